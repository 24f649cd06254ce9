package org.knightswatch.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The first sitting of the benchmark of faults, by a seed that kills the store and the database and cuts two lines. */
class FaultsBrowserTest {

    private static final String SEED = "185835";

    @TempDir
    Path out;

    @Test
    void losesNothingWhenTheStoreAndTheDatabaseDie() throws IOException, InterruptedException {
        Process faults = new ProcessBuilder(List.of(
                        "node",
                        Path.of("../benchmarks/faults/faults.mjs").toString(),
                        "--seed",
                        SEED,
                        "--runs",
                        "3",
                        "--at-once",
                        "3",
                        "--seconds",
                        "20",
                        "--out",
                        out.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(faults.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(said);

        assertThat(faults.waitFor()).as(said).isZero();
    }
}
