package org.knightswatch.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/**
 * Where the object store is and how long it is waited for. All but the life of URLs is read once, when the store is first
 * needed.
 */
@ApplicationScoped
public class StoreSettings implements Settings {

    private static final Duration LONGEST_URL_LIFE = Duration.ofDays(7);

    private final Setting<Optional<URI>> endpoint = Setting.address("knightswatch.store.endpoint")
            .within(StoreSettings::isWeb, "http or https, without a path")
            .says("The S3 endpoint as this server reaches it. Empty: Amazon's own of the region.");

    private final Setting<Optional<URI>> publicEndpoint = Setting.address("knightswatch.store.public-endpoint")
            .within(StoreSettings::isWeb, "http or https, without a path")
            .says("The same store as browsers reach it; they upload to it directly. Empty: the endpoint.");

    private final Setting<String> region = Setting.text("knightswatch.store.region", "us-east-1")
            .within(text -> text.matches("[a-z0-9-]{1,64}"), "of a-z, 0-9 and -")
            .says("The region that requests are signed for.");

    private final Setting<String> bucket = Setting.text("knightswatch.store.bucket", "knights-watch")
            .within(text -> text.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"), "of 3 to 63 of a-z, 0-9, . and -")
            .says(
                    "The bucket that browsers upload to, and that everything is kept in unless there is one for evidence.");

    private final Setting<String> evidenceBucket = Setting.text("knightswatch.store.evidence-bucket", "")
            .within(
                    text -> text.isEmpty() || text.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"),
                    "of 3 to 63 of a-z, 0-9, . and -")
            .says(
                    "The bucket that archived recordings are kept in, such as one with Object Lock. Empty: the other one.");

    private final Setting<String> encryption = Setting.text("knightswatch.store.encryption", "")
            .within(text -> text.matches("|AES256|aws:kms|aws:kms:dsse"), "one of AES256, aws:kms and aws:kms:dsse")
            .says("How the store is asked to encrypt each object. Empty: as the bucket's own rule says.");

    private final Setting<String> kmsKey = Setting.text("knightswatch.store.kms-key", "")
            .within(
                    text -> text.isEmpty() || encryption.get().startsWith("aws:kms"),
                    "set only with an encryption by aws:kms")
            .says("The id of the key for aws:kms. Empty: the store's own key.");

    private final Setting<Boolean> createBucket = Setting.flag("knightswatch.store.create-bucket", false)
            .says("Make the bucket when it is missing. For one machine; elsewhere a bucket has an owner and rules.");

    private final Setting<Boolean> pathStyle = Setting.flag("knightswatch.store.path-style", true)
            .says("The bucket stands in the path of a URL, not in its host name.");

    private final Setting<String> secretKey = Setting.text("knightswatch.store.secret-key", "")
            .says("The secret that goes with the access key.")
            .secret();

    private final Setting<String> accessKey = Setting.text("knightswatch.store.access-key", "")
            .within(
                    text -> text.isEmpty() == secretKey.get().isEmpty(),
                    "set together with the secret key, or not at all")
            .says("Who we are to the store. Empty: whom the machine's environment says, such as an instance's role.")
            .secret();

    private final Setting<Duration> urlLife = Setting.duration("knightswatch.store.url-life", Duration.ofMinutes(15))
            .within(d -> d.toSeconds() >= 60 && d.compareTo(LONGEST_URL_LIFE) <= 0, "between PT1M and P7D")
            .says("How long an upload or download link to the store works.");

    private final Setting<Duration> connectTimeout = Setting.duration(
                    "knightswatch.store.connect-timeout", Duration.ofSeconds(2))
            .within(StoreSettings::isWait, "between PT0.1S and PT2M")
            .says("How long a connection to the store may take.");

    private final Setting<Duration> answerTimeout = Setting.duration(
                    "knightswatch.store.answer-timeout", Duration.ofSeconds(10))
            .within(StoreSettings::isWait, "between PT0.1S and PT2M")
            .says("How long the store may be silent before a try counts as failed.");

    private final Setting<Integer> tries = Setting.number("knightswatch.store.tries", 3)
            .within(n -> n >= 1 && n <= 10, "between 1 and 10")
            .says("How often a call to the store is tried before the store counts as away.");

    public Duration urlLife() {
        return urlLife.get();
    }

    Optional<URI> endpoint() {
        return endpoint.get();
    }

    Optional<URI> publicEndpoint() {
        return publicEndpoint.get().or(this::endpoint);
    }

    String region() {
        return region.get();
    }

    String bucket() {
        return bucket.get();
    }

    String evidenceBucket() {
        return evidenceBucket.get().isEmpty() ? bucket() : evidenceBucket.get();
    }

    String encryption() {
        return encryption.get();
    }

    String kmsKey() {
        return kmsKey.get();
    }

    boolean createBucket() {
        return createBucket.get();
    }

    boolean pathStyle() {
        return pathStyle.get();
    }

    String accessKey() {
        return accessKey.get();
    }

    String secretKey() {
        return secretKey.get();
    }

    Duration connectTimeout() {
        return connectTimeout.get();
    }

    Duration answerTimeout() {
        return answerTimeout.get();
    }

    int tries() {
        return tries.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(
                endpoint,
                publicEndpoint,
                region,
                bucket,
                evidenceBucket,
                encryption,
                kmsKey,
                createBucket,
                pathStyle,
                accessKey,
                secretKey,
                urlLife,
                connectTimeout,
                answerTimeout,
                tries);
    }

    private static boolean isWeb(Optional<URI> address) {
        return address.map(uri ->
                        uri.getScheme().matches("https?") && uri.getPath().matches("/?"))
                .orElse(true);
    }

    private static boolean isWait(Duration wait) {
        return wait.toMillis() >= 100 && wait.compareTo(Duration.ofMinutes(2)) <= 0;
    }
}
