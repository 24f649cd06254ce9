package org.knightswatch.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonReaderTest {

    @Test
    void readsWhatManifestsConsistOf() {
        Object value = read(" {\"a\" : [1, -20, true, false, \"\\u00e4\\n\\/\"], \"b\":{}, \"c\":[]} ");

        assertThat(value).isEqualTo(Map.of("a", List.of(1L, -20L, true, false, "ä\n/"), "b", Map.of(), "c", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\"",
                "{\"a\":1",
                "{\"a\":1,}",
                "[1,]",
                "[1 2]",
                "{a:1}",
                "\"a",
                "\"\\x\"",
                "\"\\u12G4\"",
                "\"\\u١٢٣٤\"",
                "\"a\nb\"",
                "tru",
                "+1",
                "01",
                "-0",
                "1.0",
                "1e3",
                "9007199254740992",
                "99999999999999999999999999999999",
                "NaN",
                "1 1",
                "{}x",
                "\uFEFF{}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}"
            })
    void refusesWhatTwoReadersCouldTakeForTwoThings(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ManifestException.class);
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertThatThrownBy(() -> read("[".repeat(1_000_000))).hasMessageContaining("nested too deeply");
    }

    @Test
    void refusesBrokenUtf8() {
        byte[] cut = Arrays.copyOf("\"ä\"".getBytes(StandardCharsets.UTF_8), 2);

        assertThatThrownBy(() -> JsonReader.read(cut)).hasMessageContaining("not UTF-8");
    }

    private static Object read(String text) {
        return JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
