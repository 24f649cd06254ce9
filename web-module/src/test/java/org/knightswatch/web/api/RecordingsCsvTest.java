package org.knightswatch.web.api;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knightswatch.recording.GapCause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.knightswatch.web.review.Recorded.camera;
import static org.knightswatch.web.review.Recorded.loss;

class RecordingsCsvTest {

    @Test
    void tellsEachCauseInItsColumn() {
        List<String> names = List.of(RecordingsCsv.HEADER.strip().split(","));
        List<String> cells = List.of(RecordingsCsv.line(
                        camera("C-1", 7_200, loss(GapCause.NETWORK, 4.5, true), loss(GapCause.UNKNOWN, 2, false)))
                .strip()
                .split(","));

        assertThat(cells).hasSameSizeAs(names);
        assertThat(cells.get(names.indexOf("network_seconds"))).isEqualTo("4.500");
        assertThat(cells.get(names.indexOf("unknown_seconds"))).isEqualTo("2.000");
        assertThat(cells.get(names.indexOf("store_seconds"))).isEqualTo("0.000");
        assertThat(cells.get(names.indexOf("missing_seconds"))).isEqualTo("6.500");
        assertThat(cells.get(names.indexOf("explained_seconds"))).isEqualTo("4.500");
        assertThat(cells.get(names.indexOf("main_cause"))).isEqualTo("NETWORK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void writesNoFormula(String text) {
        assertThat(RecordingsCsv.cell(text)).matches("(?s)\"?'.*").contains(text);
    }

    @Test
    void quotesWhatWouldEndACell() {
        assertThat(RecordingsCsv.cell("a,\"b\"\n")).isEqualTo("\"a,\"\"b\"\"\n\"");
        assertThat(RecordingsCsv.cell("C-1")).isEqualTo("C-1");
        assertThat(RecordingsCsv.cell("")).isEmpty();
    }
}
