package org.knightswatch.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knightswatch.archive.MemoryStore;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.reconciliation.RecordedSide.Contents;
import org.knightswatch.recording.ArchivedTake;
import org.knightswatch.recording.KeptCopy;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.recording.TakeId;
import org.knightswatch.recording.TakeView;
import org.knightswatch.store.ObjectKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Which differences are found, and which are explained. */
class DifferingTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String FOLDER = "segments/default/MATH/C-17/1/";
    private static final String PREFIX = FOLDER + "camera/0191e2c3-0000-7000-8000-000000000001/";
    private static final String PLACE = "archive/default/math/c-17/1/camera/";

    private final MemoryStore store = new MemoryStore();
    private final TakeView open = take(null, null);
    private final List<SegmentView> segments = List.of(segment(0), segment(1));

    @BeforeEach
    void fill() {
        segments.forEach(segment -> store.replace(open.keyOf(segment), bytes(segment.sequence())));
    }

    @Test
    void findsNothingWhereBothAgree() {
        store.replace(ObjectKey.of(FOLDER + "rows/1-a.txt"), new byte[1]);

        assertThat(compare(open)).isEmpty();
    }

    @Test
    void findsWhatIsMissingAndWhatIsOther() {
        store.delete(List.of(open.keyOf(segments.get(0))));
        store.replace(open.keyOf(segments.get(1)), new byte[3]);

        assertThat(compare(open))
                .extracting(Found::kind, Found::sequence)
                .containsExactly(tuple(DifferenceKind.OBJECT_MISSING, 0), tuple(DifferenceKind.OBJECT_CHANGED, 1));
    }

    @Test
    void knowsWhatMayStillBeCommitted() {
        store.replace(open.keyOf(segment(2)), bytes(2));

        assertThat(compare(open)).isEmpty();
        TakeView read = take(NOW, new ArchivedTake("take-1.mp4", 1, Sha256.digest(bytes(9))));
        store.replace(ObjectKey.of(PLACE + "take-1.mp4"), bytes(9));
        assertThat(compare(read))
                .extracting(Found::kind, Found::key)
                .containsExactly(tuple(
                        DifferenceKind.OBJECT_EXTRA, open.keyOf(segment(2)).value()));
    }

    @Test
    void namesATakeThatNobodyKnowsOnce() {
        String unknown = FOLDER + "screen/0191e2c3-0000-7000-8000-000000000002/";
        store.replace(ObjectKey.of(unknown + "00000-a.mp4"), bytes(0));
        store.replace(ObjectKey.of(unknown + "00001-b.mp4"), bytes(1));

        assertThat(compare(open)).extracting(Found::key).containsExactly(unknown);
    }

    @Test
    void findsWhatIsWrongInTheArchive() {
        TakeView read = take(NOW, new ArchivedTake("take-1.mp4", 1, Sha256.digest("others")));
        store.replace(ObjectKey.of(PLACE + "take-1.mp4"), bytes(9));
        store.replace(ObjectKey.of(PLACE + "manifest.json"), bytes(8));
        store.replace(ObjectKey.of(PLACE + "take-7.mp4"), bytes(7));

        assertThat(compare(read))
                .extracting(Found::kind, Found::key)
                .containsExactly(
                        tuple(DifferenceKind.OBJECT_CHANGED, PLACE + "take-1.mp4"),
                        tuple(DifferenceKind.OBJECT_EXTRA, PLACE + "take-7.mp4"));
    }

    @Test
    void knowsWhatOthersRecordedAndFindsWhenItIsOther() {
        ArchivedTake object = new ArchivedTake("copy-janus-1.mp4", 1, Sha256.digest(bytes(9)));
        List<KeptCopy> copies = List.of(new KeptCopy("janus", NOW, 4_000, object));
        store.replace(ObjectKey.of(PLACE + "copy-janus-1.mp4"), bytes(9));
        assertThat(compare(open, copies)).isEmpty();

        store.replace(ObjectKey.of(PLACE + "copy-janus-1.mp4"), bytes(8));
        assertThat(compare(open, copies))
                .extracting(Found::kind, Found::key)
                .containsExactly(tuple(DifferenceKind.OBJECT_CHANGED, PLACE + "copy-janus-1.mp4"));
    }

    @Test
    void asksNothingOfSegmentsBesideASealedRecording() {
        SealedSide sealed = new SealedSide(Track.CAMERA, PLACE, null, DifferenceKind.OBJECT_MISSING);

        List<Found> found = new Differing(FOLDER, List.of(), List.of(sealed)).of(stored());

        assertThat(found)
                .extracting(Found::kind, Found::key)
                .containsExactly(tuple(DifferenceKind.OBJECT_MISSING, PLACE + "manifest.json"));
    }

    private List<Found> compare(TakeView take) {
        return compare(take, List.of());
    }

    private List<Found> compare(TakeView take, List<KeptCopy> copies) {
        RecordedSide side = new RecordedSide(Track.CAMERA, PLACE, List.of(new Contents(take, segments)), copies);
        return new Differing(FOLDER, List.of(side), List.of()).of(stored());
    }

    private StoredSide stored() {
        StoredSide stored = new StoredSide(
                store,
                new Pace() {
                    @Override
                    void await() {
                        // a test does not wait
                    }
                },
                NOW);
        stored.list(FOLDER);
        stored.list(PLACE);
        return stored;
    }

    private static SegmentView segment(int sequence) {
        return new SegmentView(sequence, 1, Sha256.digest(bytes(sequence)), 0, 4_000, NOW, false);
    }

    private static byte[] bytes(int value) {
        return new byte[] {(byte) value};
    }

    private static TakeView take(Instant archivedAt, ArchivedTake object) {
        return new TakeView(
                new UUID(1, 1),
                new AttemptId(new UUID(1, 2)),
                new TakeId(new UUID(1, 3)),
                1,
                Track.CAMERA,
                "video/mp4",
                PREFIX,
                NOW,
                NOW,
                null,
                null,
                null,
                null,
                null,
                null,
                archivedAt,
                object,
                0);
    }
}
