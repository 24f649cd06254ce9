package org.knightswatch.archive;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.knightswatch.archive.MediaReader.Span;

import static org.assertj.core.api.Assertions.assertThat;

class WebmReaderTest {

    private static final String UNKNOWN_SIZE = "01FFFFFFFFFFFFFF";
    private static final String HEADER = "1A45DFA380" + "18538067" + UNKNOWN_SIZE;
    /** Behind the last element, so that it is known to be complete. */
    private static final String REST = "EC8A" + "00".repeat(10);

    private final WebmReader reader = new WebmReader();

    @Test
    void addsABlocksTimeToItsClusters() {
        feed(HEADER, cluster("03E8"), block("0000"), block("0028"), REST);

        assertThat(reader.covered()).isEqualTo(new Span(1_000, 1_080));
    }

    @Test
    void readsTimesBeforeTheClusters() {
        feed(HEADER, cluster("03E8"), block("0000"), block("FFF6"), REST);

        assertThat(reader.covered().fromMillis()).isEqualTo(990);
    }

    @Test
    void takesTheLastFrameToLastAsLongAsTheOneBefore() {
        feed(HEADER, cluster("0000"), block("0000"), block("0021"), block("0042"), REST);

        assertThat(reader.covered().toMillis()).isEqualTo(0x42 + 0x21);
    }

    @Test
    void doesNotStretchTheLastFrameOverAPause() {
        feed(HEADER, cluster("0000"), block("0000"), block("2710"), REST);

        assertThat(reader.covered().toMillis()).isEqualTo(10_000 + 100);
    }

    @Test
    void countsInTheScaleThatTheFileGives() {
        String twoMillis = "1549A966" + "87" + "2AD7B1" + "83" + "1E8480";

        feed(HEADER, twoMillis, cluster("0000"), block("000A"), block("0014"), REST);

        assertThat(reader.covered()).isEqualTo(new Span(20, 60));
    }

    @Test
    void findsBlocksInGroups() {
        feed(HEADER, cluster("0000"), "A08A" + "A188" + "81" + "0032" + "00".repeat(5), REST);

        assertThat(reader.covered().fromMillis()).isEqualTo(50);
    }

    @Test
    void refusesABlockOutsideOfAnyCluster() {
        feed(HEADER, block("0000"), REST);

        assertThat(reader.isReadable()).isFalse();
    }

    @Test
    void refusesWhatDoesNotBeginLikeAFile() {
        feed(cluster("0000"), block("0000"), REST);

        assertThat(reader.isReadable()).isFalse();
    }

    private void feed(String... hex) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : hex) {
            bytes.writeBytes(HexFormat.of().parseHex(part));
        }
        reader.feed(bytes.toByteArray(), bytes.size());
    }

    private static String cluster(String time) {
        return "1F43B675" + UNKNOWN_SIZE + "E782" + time;
    }

    private static String block(String relative) {
        return "A38A" + "81" + relative + "00".repeat(7);
    }
}
