package org.knightswatch.store;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knightswatch.kernel.Setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StoreSettingsTest {

    private static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("knightswatch.store.endpoint", "http://10.0.0.5:9000"),
            Map.entry("knightswatch.store.public-endpoint", "https://media.example.org/"),
            Map.entry("knightswatch.store.region", "eu-central-1"),
            Map.entry("knightswatch.store.bucket", "evidence"),
            Map.entry("knightswatch.store.evidence-bucket", "locked"),
            Map.entry("knightswatch.store.encryption", "aws:kms"),
            Map.entry("knightswatch.store.kms-key", "1234abcd"),
            Map.entry("knightswatch.store.create-bucket", "true"),
            Map.entry("knightswatch.store.path-style", "false"),
            Map.entry("knightswatch.store.access-key", "who"),
            Map.entry("knightswatch.store.secret-key", "hush"),
            Map.entry("knightswatch.store.url-life", "PT1H"),
            Map.entry("knightswatch.store.connect-timeout", "PT1S"),
            Map.entry("knightswatch.store.answer-timeout", "PT30S"),
            Map.entry("knightswatch.store.tries", "5"));

    private final StoreSettings settings = new StoreSettings();
    private Configured configured = Configured.by(Map.of());

    @AfterEach
    void tearDown() {
        configured.close();
    }

    @Test
    void keepsItsDefaults() {
        assertThat(settings.endpoint()).isEmpty();
        assertThat(settings.publicEndpoint()).isEmpty();
        assertThat(settings.region()).isEqualTo("us-east-1");
        assertThat(settings.bucket()).isEqualTo("knights-watch");
        assertThat(settings.evidenceBucket()).isEqualTo("knights-watch");
        assertThat(settings.createBucket()).isFalse();
        assertThat(settings.pathStyle()).isTrue();
        assertThat(settings.accessKey()).isEmpty();
        assertThat(settings.secretKey()).isEmpty();
        assertThat(settings.urlLife()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.answerTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.tries()).isEqualTo(3);
        assertThat(settings.all()).allSatisfy(Setting::check);
    }

    @Test
    void readsEveryKey() {
        configured = Configured.by(ALL);

        assertThat(settings.endpoint()).contains(URI.create("http://10.0.0.5:9000"));
        assertThat(settings.publicEndpoint()).contains(URI.create("https://media.example.org/"));
        assertThat(settings.region()).isEqualTo("eu-central-1");
        assertThat(settings.bucket()).isEqualTo("evidence");
        assertThat(settings.evidenceBucket()).isEqualTo("locked");
        assertThat(settings.encryption()).isEqualTo("aws:kms");
        assertThat(settings.kmsKey()).isEqualTo("1234abcd");
        assertThat(settings.createBucket()).isTrue();
        assertThat(settings.pathStyle()).isFalse();
        assertThat(settings.accessKey()).isEqualTo("who");
        assertThat(settings.secretKey()).isEqualTo("hush");
        assertThat(settings.urlLife()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.answerTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.tries()).isEqualTo(5);
        assertThat(settings.all()).extracting(Setting::key).containsExactlyInAnyOrderElementsOf(ALL.keySet());
    }

    @Test
    void takesTheEndpointForThePublicOne() {
        configured = Configured.by(Map.of("knightswatch.store.endpoint", "http://10.0.0.5:9000"));

        assertThat(settings.publicEndpoint()).isEqualTo(settings.endpoint());
    }

    @Test
    void showsNoSecret() {
        configured = Configured.by(Map.of("knightswatch.store.secret-key", "hush"));

        assertThat(settings.all()).extracting(Setting::shown).noneMatch(shown -> shown.contains("hush"));
    }

    @ParameterizedTest
    @CsvSource({
        "endpoint, ftp://example.org",
        "public-endpoint, https://example.org/path",
        "region, Frankfurt am Main",
        "bucket, kw",
        "bucket, Recordings",
        "evidence-bucket, kw",
        "encryption, kms",
        "kms-key, without its encryption",
        "access-key, without a secret key",
        "url-life, PT59S",
        "url-life, P8D",
        "connect-timeout, PT0S",
        "answer-timeout, PT3M",
        "tries, 0",
        "tries, 11"
    })
    void refusesWhatCantBeUsed(String name, String value) {
        String key = "knightswatch.store." + name;
        configured = Configured.by(Map.of(key, value));

        assertThatThrownBy(() -> settings.all().forEach(Setting::check)).hasMessageContaining(key);
    }
}
