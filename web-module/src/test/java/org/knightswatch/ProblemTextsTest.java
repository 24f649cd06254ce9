package org.knightswatch;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knightswatch.kernel.ProblemCode;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemTextsTest {

    private final ResourceBundle words = ResourceBundle.getBundle("org.knightswatch.web.problems", Locale.ROOT);

    @ParameterizedTest
    @EnumSource
    void everyCodeHasAText(ProblemCode code) {
        assertThat(words.containsKey(code.name())).as("a text for %s", code).isTrue();
        assertThat(new MessageFormat(words.getString(code.name()), Locale.ENGLISH).format(new Object[] {1, 2, 3}))
                .isNotBlank()
                .doesNotContain("!");
    }

    @Test
    void noTextIsForNobody() {
        assertThat(words.keySet())
                .isSubsetOf(Arrays.stream(ProblemCode.values()).map(Enum::name).toList());
    }
}
