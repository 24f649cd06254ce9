package org.knightswatch.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CanonicalJsonTest {

    @Test
    void sortsMembersAndLeavesNoSpace() {
        assertThat(write(Map.of("b", List.of(1, 2L, true), "a", Map.of(), "B", List.of())))
                .isEqualTo("{\"B\":[],\"a\":{},\"b\":[1,2,true]}");
    }

    @Test
    void escapesOnlyWhatMustBe() {
        assertThat(write("\"\\/\b\f\n\r\t\u0001\u007fäß€🎥"))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007fäß€🎥\"");
    }

    @Test
    void readsBackWhatItWrote() {
        Object value = Map.of("x", List.of("\u0000\u001f\\\"", -5L, false), "ü", "𝄞");

        assertThat(JsonReader.read(CanonicalJson.bytes(value))).isEqualTo(value);
    }

    @Test
    void refusesNumbersThatADoubleCannotHold() {
        assertThatThrownBy(() -> write(1L << 53)).isInstanceOf(ManifestException.class);
    }

    @Test
    void refusesHalfACharacter() {
        assertThatThrownBy(() -> write("\ud83c")).isInstanceOf(ManifestException.class);
    }

    private static String write(Object value) {
        return new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8);
    }
}
