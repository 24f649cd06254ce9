package org.knightswatch.challenge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.ArchiveRows.ArchivedContents;
import org.knightswatch.recording.ArchivedTake;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.recording.TakeId;
import org.knightswatch.recording.TakeView;
import org.knightswatch.store.ByteRange;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Sha256 DIGEST = Sha256.digest("x".getBytes(StandardCharsets.US_ASCII));

    @Test
    void readsTheHeadAndTheSegmentsAround() {
        Excerpt excerpt = Excerpt.of(mp4(100), 61_000).orElseThrow();

        assertThat(excerpt.head()).isEqualTo(ByteRange.of(0, 99));
        assertThat(excerpt.headShows()).isFalse();
        // 53 s to 66.5 s are segments 14 to 17, of 1,000 bytes each
        assertThat(excerpt.around()).contains(ByteRange.of(100 + 13_000, 100 + 17_000 - 1));
        assertThat(excerpt.fromMillis()).isEqualTo(52_000);
        assertThat(excerpt.from(10)).isEqualTo(75);
        assertThat(excerpt.to(10)).isEqualTo(145);
    }

    @Test
    void readsTheBeginningOfATakeAsItIs() {
        Excerpt mp4 = Excerpt.of(mp4(100), 2_000).orElseThrow();
        assertThat(mp4.around()).contains(ByteRange.of(100, 100 + 2_000 - 1));
        assertThat(mp4.from(10)).isEqualTo(5);

        Excerpt webm = Excerpt.of(webm(1_000), 2_000).orElseThrow();
        assertThat(webm.headShows()).isTrue();
        assertThat(webm.around()).contains(ByteRange.of(1_000, 1_999));
        assertThat(Excerpt.of(webm(1_000), 61_000).orElseThrow().headShows()).isFalse();
    }

    @Test
    void isNotToBeHadOfWhatWasNotRecorded() {
        assertThat(Excerpt.of(mp4(100), -3_000)).isEmpty();
        assertThat(Excerpt.of(mp4(100), 402_000)).isEmpty();
        assertThat(Excerpt.of(mp4(30_000_000), 61_000)).isEmpty();
        assertThat(Excerpt.of(new ArchivedContents(take("video/mp4", false), mp4(100).segments()), 61_000))
                .isEmpty();
        List<SegmentView> headless = mp4(100).segments().subList(1, 20);
        assertThat(Excerpt.of(new ArchivedContents(take("video/mp4", true), headless), 61_000))
                .isEmpty();
    }

    @Test
    void findsWhereWebmBeginsToShow() {
        byte[] segment = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, 0x1F, 0x43, 0x1F, 0x43, (byte) 0xB6, 0x75, 1};

        assertThat(Excerpts.firstCluster(segment)).isEqualTo(6);
        assertThat(Excerpts.firstCluster(new byte[3])).isEqualTo(3);
    }

    /** A head, and a hundred segments of four seconds. */
    private static ArchivedContents mp4(int headBytes) {
        List<SegmentView> segments = new ArrayList<>();
        segments.add(segment(0, headBytes, 0, 0));
        for (int i = 1; i <= 100; i++) {
            segments.add(segment(i, 1_000, (i - 1) * 4_000L, 4_000));
        }
        return new ArchivedContents(take("video/mp4", true), segments);
    }

    private static ArchivedContents webm(int firstBytes) {
        List<SegmentView> segments = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            segments.add(segment(i, i == 0 ? firstBytes : 1_000, i * 4_000L, 4_000));
        }
        return new ArchivedContents(take("video/webm", true), segments);
    }

    private static SegmentView segment(int sequence, long bytes, long start, long duration) {
        return new SegmentView(sequence, bytes, DIGEST, start, duration, NOON, false);
    }

    private static TakeView take(String type, boolean archived) {
        UUID id = new UUID(1, 2);
        return new TakeView(
                id,
                new AttemptId(id),
                new TakeId(id),
                1,
                Track.CAMERA,
                type,
                "segments/",
                NOON,
                NOON,
                null,
                100,
                null,
                NOON,
                NOON,
                null,
                NOON,
                archived ? new ArchivedTake("take-1", 1, DIGEST) : null,
                0);
    }
}
