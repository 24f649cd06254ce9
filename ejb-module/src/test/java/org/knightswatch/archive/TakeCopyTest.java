package org.knightswatch.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.Reading;
import org.knightswatch.recording.Reading.Measured;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.recording.TakeId;
import org.knightswatch.recording.TakeView;
import org.knightswatch.store.ObjectKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TakeCopyTest {

    private static final ObjectKey PLACE = ObjectKey.of("archive/default/exam/c-1/1/camera/take-1.webm");
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    /** Nobody writes how long the last frame is shown, so that it is guessed where something ends. */
    private static final long LONGEST_FRAME = 100;

    private final MemoryStore store = new MemoryStore();
    private final byte[] recorded = Recorded.CHROMIUM_WEBM.bytes();
    private final TakeView take = take();
    private final List<SegmentView> segments = cut();

    @Test
    void writesOneBehindTheOtherWhatItReadsOnce() throws IOException {
        try (TakeCopy copy = copy(segments)) {
            assertThat(copy.finish()).isTrue();
            Reading reading = copy.reading("take-1.webm", Set.of());

            assertThat(store.bytes(PLACE)).isEqualTo(recorded);
            assertThat(store.reads()).isEqualTo(segments.size());
            assertThat(reading.archived().bytes()).isEqualTo(recorded.length);
            assertThat(reading.archived().sha256()).isEqualTo(Sha256.digest(recorded));
            assertThat(reading.readable()).isTrue();
            assertThat(reading.measured()).hasSize(segments.size());
            assertThat(length(reading.measured()))
                    .isCloseTo(Recorded.length(Recorded.CHROMIUM_WEBM.read().covered()), within(LONGEST_FRAME));
        }
    }

    @Test
    void countsNoTimeForWhatIsMissing() throws IOException {
        List<Measured> all = measured(segments);
        List<SegmentView> holed = new ArrayList<>(segments);
        holed.remove(2);

        List<Measured> some = measured(holed);

        long missing = all.get(2).durationMillis();
        assertThat(missing).isPositive();
        assertThat(some.get(2).startMillis()).isCloseTo(all.get(3).startMillis(), within(LONGEST_FRAME));
        assertThat(length(some)).isCloseTo(length(all) - missing, within(LONGEST_FRAME));
    }

    @Test
    void leavesNothingWhenItIsGivenUp() throws IOException {
        copy(segments).close();

        assertThat(store.look(PLACE)).isEmpty();
        try (TakeCopy again = copy(segments)) {
            assertThat(again.finish()).isTrue();
        }
        assertThat(store.bytes(PLACE)).isEqualTo(recorded);
    }

    @Test
    void takesTheSameBytesThatLieThereForItsOwn() throws IOException {
        store.put(PLACE, recorded, "video/webm");

        try (TakeCopy copy = copy(segments)) {
            assertThat(copy.finish()).isTrue();
        }
    }

    @Test
    void keepsOtherBytesThatLieThere() throws IOException {
        store.put(PLACE, new byte[] {1}, "video/webm");

        try (TakeCopy copy = copy(segments)) {
            assertThat(copy.finish()).isFalse();
            assertThat(copy.reading("take-1.webm", Set.of()).readable()).isTrue();
        }

        assertThat(store.bytes(PLACE)).containsExactly(1);
    }

    @Test
    void namesASegmentThatHasOtherBytesOrNone() throws IOException {
        byte[] other = store.bytes(take.keyOf(segments.get(1))).clone();
        other[other.length - 1] ^= 1;
        store.replace(take.keyOf(segments.get(1)), other);
        store.delete(List.of(take.keyOf(segments.get(3))));

        try (TakeCopy copy = new TakeCopy(store, pace(), take, PLACE)) {
            List<Integer> faulty = new ArrayList<>();
            for (SegmentView segment : segments) {
                if (!copy.add(segment)) {
                    faulty.add(segment.sequence());
                }
            }

            assertThat(faulty).containsExactly(1, 3);
        }
        assertThat(store.look(PLACE)).isEmpty();
    }

    private TakeCopy copy(List<SegmentView> of) throws IOException {
        TakeCopy copy = new TakeCopy(store, pace(), take, PLACE);
        for (SegmentView segment : of) {
            assertThat(copy.add(segment)).isTrue();
        }
        return copy;
    }

    private List<Measured> measured(List<SegmentView> of) throws IOException {
        try (TakeCopy copy = copy(of)) {
            Reading reading = copy.reading("take-1.webm", Set.of());
            assertThat(reading.readable()).isTrue();
            return reading.measured();
        }
    }

    @SuppressWarnings("UnnecessaryAssignment")
    private static Pace pace() {
        Pace pace = new Pace();
        pace.settings = new ArchiveSettings();
        return pace;
    }

    private static long length(List<Measured> measured) {
        return measured.stream().mapToLong(Measured::durationMillis).sum();
    }

    /** As the recorder cuts it: where clusters begin. */
    private List<SegmentView> cut() {
        List<SegmentView> cut = new ArrayList<>();
        int from = 0;
        for (int at = 4; at <= recorded.length; at++) {
            boolean end = at == recorded.length || (at > from + 4 && isCluster(at));
            if (end) {
                byte[] bytes = Arrays.copyOfRange(recorded, from, at);
                SegmentView segment =
                        new SegmentView(cut.size(), bytes.length, Sha256.digest(bytes), 0, 0, NOON, false);
                store.put(take.keyOf(segment), bytes, "video/webm");
                cut.add(segment);
                from = at;
            }
        }
        return cut;
    }

    private boolean isCluster(int at) {
        return at + 4 <= recorded.length
                && Arrays.equals(recorded, at, at + 4, new byte[] {0x1F, 0x43, (byte) 0xB6, 0x75}, 0, 4);
    }

    private static TakeView take() {
        return new TakeView(
                new UUID(0, 1),
                new AttemptId(new UUID(0, 2)),
                new TakeId(new UUID(0, 3)),
                1,
                Track.CAMERA,
                "video/webm;codecs=vp8,opus",
                "segments/default/exam/C-1/1/camera/3/",
                NOON,
                NOON,
                null,
                4,
                null,
                NOON,
                null,
                null,
                null,
                null,
                0);
    }
}
