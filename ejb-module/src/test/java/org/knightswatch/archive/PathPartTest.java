package org.knightswatch.archive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PathPartTest {

    @ParameterizedTest
    @CsvSource({
        "default, default",
        "MATH-1, ~math-1",
        "MathA, ~m~ath~a",
        "C-42x, ~c-42~x",
        "a/b, a=2fb",
        "a.b, a.b",
        ".., =2e=2e",
        "a., a=2e",
        "a~b=c, a=7eb=3dc",
        "ü, =c3=bc"
    })
    void writesWhatStaysReadable(String text, String part) {
        assertThat(PathPart.of(text)).isEqualTo(part);
    }

    @Property
    void keepsTextsApartWhereverCaseIsFolded(@ForAll("texts") String one, @ForAll("texts") String other) {
        String first = PathPart.of(one).toLowerCase(Locale.ROOT);
        String second = PathPart.of(other).toLowerCase(Locale.ROOT);

        assertThat(first.equals(second)).isEqualTo(one.equals(other));
    }

    @Property
    void canBeReadBack(@ForAll("texts") String text) {
        String part = PathPart.of(text);

        assertThat(part).matches("(?:[a-z0-9~=_-][a-z0-9~=_.-]*)?").doesNotEndWith(".");
        assertThat(read(part)).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> alike =
                Arbitraries.strings().withChars("aAbB.~=/-2fE").ofMaxLength(6);
        Arbitrary<String> any = Arbitraries.strings()
                .ofMaxLength(12)
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        return Arbitraries.oneOf(alike, any);
    }

    private static String read(String part) {
        byte[] bytes = new byte[part.length()];
        int count = 0;
        boolean capitals = false;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '~') {
                capitals = !capitals;
            } else if (c == '=') {
                bytes[count++] = (byte) Integer.parseInt(part.substring(i + 1, i + 3), 16);
                i += 2;
            } else {
                bytes[count++] = (byte) (capitals ? Character.toUpperCase(c) : c);
            }
        }
        return new String(bytes, 0, count, StandardCharsets.UTF_8);
    }
}
