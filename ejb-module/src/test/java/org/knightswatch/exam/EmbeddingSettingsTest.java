package org.knightswatch.exam;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knightswatch.kernel.Setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddingSettingsTest {

    private static final String KEY = "knightswatch.embedding.origins";

    private final EmbeddingSettings settings = new EmbeddingSettings();

    @AfterEach
    void forget() {
        System.clearProperty(KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "https://Campus.example.org/exam/7?q=1, https://campus.example.org",
        "https://campus.example.org:443/, https://campus.example.org",
        "http://127.0.0.1:8081/exam, http://127.0.0.1:8081"
    })
    void letsTheExamsOwnPageHear(String examUrl, String origin) {
        assertThat(settings.openers(examUrl)).containsExactly(origin);
    }

    @Test
    void letsThoseHearWhomTheOperatorNames() {
        System.setProperty(KEY, "https://campus.example.org,http://127.0.0.1:8081");

        assertThat(settings.openers(null)).containsExactly("https://campus.example.org", "http://127.0.0.1:8081");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "campus.example.org", "https://campus.example.org/", "https://Campus.example.org", "https:"
            })
    void refusesWhatNoBrowserCallsAnOrigin(String origin) {
        System.setProperty(KEY, origin);

        assertThatThrownBy(() -> settings.all().forEach(Setting::check)).hasMessageContaining(KEY);
    }
}
