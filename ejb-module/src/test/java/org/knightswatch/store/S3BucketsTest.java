package org.knightswatch.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knightswatch.local.LocalStore;

import static org.assertj.core.api.Assertions.assertThat;

/** What browsers upload in one bucket, what is archived in another. */
class S3BucketsTest {

    private static final ObjectKey SEGMENT = ObjectKey.of("segments/default/exam/c-1/1/camera/take/0-abc");
    private static final ObjectKey TAKE = ObjectKey.of("archive/default/exam/c-1/1/camera/take-1.mp4");
    private static final Contents CONTENTS = Contents.of(new byte[10], "video/mp4");
    private static final Duration LIFE = Duration.ofMinutes(1);

    private static final Map<String, String> TWO =
            Map.of("knightswatch.store.evidence-bucket", "evidence", "knightswatch.store.create-bucket", "true");

    @TempDir
    Path folder;

    private Configured configured;
    private S3ObjectStore store;

    @AfterEach
    void tearDown() {
        store.calls.close();
        configured.close();
    }

    @Test
    void keepsEachInItsOwn() {
        try (LocalStore server = LocalStore.start(folder)) {
            begin(server.settings(), TWO);
            store.put(SEGMENT, new byte[10], "video/mp4");
            byte[] large = new byte[S3ObjectWriter.PART_BYTES + 1];
            try (ObjectWriter writer = store.write(TAKE, "video/mp4")) {
                writer.write(large, 0, large.length);
                writer.finish();
            }
            ObjectKey copy = ObjectKey.of("archive/copy");
            store.copy(SEGMENT, copy);

            assertThat(folder.resolve("knights-watch").resolve(SEGMENT.value())).exists();
            assertThat(folder.resolve("evidence").resolve(TAKE.value())).hasSize(large.length);
            assertThat(folder.resolve("evidence").resolve(copy.value())).hasSize(10);
            assertThat(store.list("archive/", "", 10))
                    .extracting(StoredObject::key)
                    .containsExactly(copy, TAKE);
            assertThat(store.presignGet(SEGMENT, LIFE).url()).hasPath("/knights-watch/" + SEGMENT);
            assertThat(store.presignGet(TAKE, LIFE).url()).hasPath("/evidence/" + TAKE);

            store.delete(List.of(SEGMENT, TAKE));

            assertThat(store.look(SEGMENT)).isEmpty();
            assertThat(store.look(TAKE)).isEmpty();
            assertThat(Files.exists(folder.resolve("evidence").resolve(copy.value())))
                    .isTrue();
        }
    }

    @Test
    void letsPagesReachBothByTheirHosts() {
        begin(
                Map.of(),
                Map.of(
                        "knightswatch.store.evidence-bucket", "evidence",
                        "knightswatch.store.path-style", "false",
                        "knightswatch.store.public-endpoint", "https://media.example.org"));

        assertThat(store.publicOrigins())
                .containsExactly("https://evidence.media.example.org", "https://knights-watch.media.example.org");
    }

    @Test
    void signsHowTheStoreIsToEncrypt() {
        begin(
                Map.of(),
                Map.of(
                        "knightswatch.store.endpoint", "https://s3.example.org",
                        "knightswatch.store.encryption", "aws:kms",
                        "knightswatch.store.kms-key", "1234abcd"));

        assertThat(store.presignPut(SEGMENT, CONTENTS, LIFE).headers())
                .containsEntry("x-amz-server-side-encryption", "aws:kms")
                .containsEntry("x-amz-server-side-encryption-aws-kms-key-id", "1234abcd");
        assertThat(store.calls.requests().begin(TAKE, "video/mp4").ssekmsKeyId())
                .isEqualTo("1234abcd");
        assertThat(store.calls.requests().copy(SEGMENT, TAKE).serverSideEncryptionAsString())
                .isEqualTo("aws:kms");
    }

    private void begin(Map<String, String> server, Map<String, String> special) {
        Map<String, String> settings = new HashMap<>(
                Map.of("knightswatch.store.access-key", "local", "knightswatch.store.secret-key", "a secret"));
        settings.putAll(server);
        settings.putAll(special);
        configured = Configured.by(settings);
        store = Wired.store(new StoreSettings());
    }
}
