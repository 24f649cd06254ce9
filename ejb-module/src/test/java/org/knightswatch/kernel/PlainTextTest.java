package org.knightswatch.kernel;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"Ayşe Yıldırım", "佐藤 みのか", "سامر الوردجي", "ნინო გელაშვილი", "O’Hara-Müller", "👩‍🎓 Nia"})
    void takesNamesInAnyScript(String name) {
        assertThat(PlainText.line("name", "  " + name + " ", 200)).isEqualTo(name);
    }

    @Test
    void composesWhatIsTheSameLetter() {
        assertThat(PlainText.line("name", "Zoe\u0308", 200)).isEqualTo("Zo\u00eb");
    }

    @Test
    void refusesWhatIsMissingTooLongOrUnprintable() {
        assertThat(codeOf(() -> PlainText.line("name", " ", 200))).isEqualTo(ProblemCode.FIELD_MISSING);
        assertThat(codeOf(() -> PlainText.line("name", null, 200))).isEqualTo(ProblemCode.FIELD_MISSING);
        assertThat(codeOf(() -> PlainText.line("name", "x".repeat(201), 200))).isEqualTo(ProblemCode.FIELD_TOO_LONG);
        assertThat(codeOf(() -> PlainText.line("name", "a\nb", 200))).isEqualTo(ProblemCode.TEXT_UNPRINTABLE);
        assertThat(codeOf(() -> PlainText.line("name", "a\u0000b", 200))).isEqualTo(ProblemCode.TEXT_UNPRINTABLE);
        assertThat(codeOf(() -> PlainText.line("name", "a\ud800b", 200))).isEqualTo(ProblemCode.TEXT_UNPRINTABLE);
    }

    @Test
    void keepsLinesWhereSeveralAreAllowed() {
        assertThat(PlainText.lines("text", "one\r\ntwo\tthree\n", 200)).isEqualTo("one\ntwo\tthree");
        assertThat(codeOf(() -> PlainText.lines("text", "a\u0007b", 200))).isEqualTo(ProblemCode.TEXT_UNPRINTABLE);
    }

    private static ProblemCode codeOf(ThrowingCallable call) {
        ProblemCode[] code = new ProblemCode[1];
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProctoringException.class,
                        e -> code[0] = e.fields().get(0).code());
        return code[0];
    }
}
