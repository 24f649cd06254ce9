package org.knightswatch.retention;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knightswatch.archive.MemoryStore;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.evidence.ArchivedObject;
import org.knightswatch.evidence.Manifest;
import org.knightswatch.evidence.ManifestBody;
import org.knightswatch.evidence.PurgeBody;
import org.knightswatch.evidence.PurgeBody.Sealed;
import org.knightswatch.evidence.PurgeCertificate;
import org.knightswatch.evidence.PurgedObject;
import org.knightswatch.evidence.Signer;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.RecordingRemoval.Whereabouts;
import org.knightswatch.store.ObjectKey;

import static org.assertj.core.api.Assertions.assertThat;

@SuppressWarnings("UnnecessaryAssignment") // as the container does
class PurgePlanTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final String PLACE = "archive/m/c-1/1/camera/";
    private static final String SEGMENTS = "segments/default/M/C-1/1/";
    private static final ManifestBody.Exam EXAM = new ManifestBody.Exam("M", "default");
    private static final ManifestBody.Attempt ATTEMPT =
            new ManifestBody.Attempt(new UUID(0, 1), 1, NOW, NOW, "COMPLETED");

    private final Signer signer = Signer.generate();
    private final MemoryStore store = new MemoryStore();
    private final PurgePlan plans = new PurgePlan();

    @BeforeEach
    void wire() {
        plans.store = store;
    }

    @Test
    void takesDigestsFromManifestsRowsAndNames() {
        byte[] playlist = "#EXTM3U\n".getBytes(StandardCharsets.UTF_8);
        String sha256 = Sha256.digest(playlist).hex();
        Manifest manifest = manifest(new ArchivedObject("recording.m3u8", playlist.length, sha256));
        put(PLACE + "recording.m3u8", new byte[] {9}); // what was sealed counts, not what lies there
        put(PLACE + "manifest.json", manifest.bytes());
        put(PLACE + "take-1.mp4", new byte[] {1, 2});
        put(SEGMENTS + "camera/t/00000-" + "a".repeat(64) + ".mp4", new byte[] {3});

        PurgeBody plan = plan(Map.of(PLACE + "take-1.mp4", new Sha256("b".repeat(64))), List.of());

        assertThat(plan.manifests()).containsExactly(new Sealed(PLACE, manifest.head()));
        assertThat(plan.objects())
                .containsExactly(
                        new PurgedObject(
                                PLACE + "manifest.json",
                                manifest.bytes().length,
                                Sha256.digest(manifest.bytes()).hex()),
                        new PurgedObject(PLACE + "recording.m3u8", 1, sha256),
                        new PurgedObject(PLACE + "take-1.mp4", 2, "b".repeat(64)),
                        new PurgedObject(SEGMENTS + "camera/t/00000-" + "a".repeat(64) + ".mp4", 1, "a".repeat(64)));
    }

    @Test
    void asksTheStoreForTheRest() {
        put(PLACE + "odd.bin", new byte[] {7});

        assertThat(plan(Map.of(), List.of()).objects())
                .containsExactly(new PurgedObject(
                        PLACE + "odd.bin", 1, Sha256.digest(new byte[] {7}).hex()));
    }

    @Test
    void keepsWhatWasPlannedAndIsGoneAlready() {
        PurgedObject gone = new PurgedObject(PLACE + "take-1.mp4", 2, "b".repeat(64));
        put(PLACE + "take-2.mp4", new byte[] {1});

        assertThat(plan(Map.of(), List.of(gone)).objects())
                .extracting(PurgedObject::key)
                .containsExactly(PLACE + "take-1.mp4", PLACE + "take-2.mp4");
    }

    @Test
    void goesOnWithoutAManifestThatNobodyCanRead() {
        put(PLACE + "manifest.json", new byte[] {'{'});

        assertThat(plan(Map.of(), List.of()).manifests()).isEmpty();
        assertThat(plan(Map.of(), List.of()).objects()).hasSize(1);
    }

    private PurgeBody plan(Map<String, Sha256> known, List<PurgedObject> before) {
        PurgeBody body = new PurgeBody(
                new UUID(0, 9), EXAM, "C-1", ATTEMPT, "RETENTION", "rule", "system", NOW, null, List.of(), before);
        String last = new String(PurgeCertificate.seal(body, signer).bytes(), StandardCharsets.UTF_8);
        PurgeWork work = new PurgeWork(
                body.id(),
                new AttemptId(ATTEMPT.id()),
                PurgeCause.RETENTION,
                "rule",
                "system",
                NOW,
                signer.keyId(),
                1,
                last);
        return plans.of(work, new Whereabouts(Set.of(PLACE), Set.of(SEGMENTS), Set.of(), known), store.remains(""));
    }

    private Manifest manifest(ArchivedObject object) {
        ManifestBody.Recording recording = new ManifestBody.Recording("INCOMPLETE", 0, 0);
        ManifestBody body =
                new ManifestBody(EXAM, "C-1", ATTEMPT, "camera", recording, NOW, List.of(object), List.of());
        return Manifest.seal(body, signer);
    }

    private void put(String key, byte[] bytes) {
        store.put(ObjectKey.of(key), bytes, "application/octet-stream");
    }
}
