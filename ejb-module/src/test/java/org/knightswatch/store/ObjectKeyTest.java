package org.knightswatch.store;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ObjectKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/a",
                "a/",
                "a//b",
                ".",
                "..",
                "a/../b",
                "a/./b",
                ".hidden",
                "a/.b",
                "a\\b",
                "a\u0000b",
                "a\nb",
                "\ud83d"
            })
    void refusesWhatSomeStoreCouldNotKeep(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectKey.of(value));
    }

    @Test
    void countsBytesNotCharacters() {
        assertThat(ObjectKey.of("é".repeat(100)).value()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectKey.of("é".repeat(101)));
    }

    @Test
    void isNotLongerThanEveryStoreTakes() {
        String part = "a".repeat(199) + "/";
        assertThat(ObjectKey.of(part.repeat(4) + "a".repeat(100)).value()).hasSize(900);
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectKey.of(part.repeat(4) + "a".repeat(101)));
    }
}
