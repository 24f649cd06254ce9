package org.knightswatch.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.ArchiveRows.ArchivedContents;
import org.knightswatch.recording.ArchivedTake;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.recording.TakeId;
import org.knightswatch.recording.TakeView;

import static org.assertj.core.api.Assertions.assertThat;

class ArchivePlaylistTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    @Test
    void namesRangesOfOneObjectATake() {
        assertThat(playlist(take(1, "mp4", 0, 1, 2), take(2, "mp4", 0, 1))).isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-TARGETDURATION:16
                #EXT-X-PLAYLIST-TYPE:VOD
                #EXT-X-MAP:URI="take-1.mp4",BYTERANGE="100@0"
                #EXT-X-PROGRAM-DATE-TIME:2027-03-01T12:01:00.000Z
                #EXTINF:4.000,
                #EXT-X-BYTERANGE:101@100
                take-1.mp4
                #EXTINF:4.000,
                #EXT-X-BYTERANGE:102@201
                take-1.mp4
                #EXT-X-DISCONTINUITY
                #EXT-X-MAP:URI="take-2.mp4",BYTERANGE="100@0"
                #EXT-X-PROGRAM-DATE-TIME:2027-03-01T12:02:00.000Z
                #EXTINF:4.000,
                #EXT-X-BYTERANGE:101@100
                take-2.mp4
                #EXT-X-ENDLIST
                """);
    }

    @Test
    void breaksAtAHoleAndGoesOnWithTheBytesBehindIt() {
        assertThat(playlist(take(1, "mp4", 0, 1, 4))).contains("""
                #EXT-X-BYTERANGE:101@100
                take-1.mp4
                #EXT-X-DISCONTINUITY
                #EXT-X-MAP:URI="take-1.mp4",BYTERANGE="100@0"
                #EXT-X-PROGRAM-DATE-TIME:2027-03-01T12:01:12.000Z
                #EXTINF:4.000,
                #EXT-X-BYTERANGE:104@201
                take-1.mp4
                """);
    }

    @Test
    void isThereOnlyWhereSomethingPlaysByIt() {
        assertThat(playlist()).isEmpty();
        assertThat(playlist(take(1, "webm", 0, 1))).isEmpty();
        assertThat(playlist(take(1, "mp4", 0))).isEmpty();
        assertThat(playlist(take(1, "mp4", 1, 2))).isEmpty();
    }

    private static String playlist(ArchivedContents... takes) {
        return new String(ArchivePlaylist.of(List.of(takes)), StandardCharsets.UTF_8);
    }

    /** Begins at a minute of its number; each segment is four seconds and has 100 bytes and its sequence. */
    static ArchivedContents take(int number, String type, int... sequences) {
        TakeView view = new TakeView(
                new UUID(0, number),
                new AttemptId(new UUID(0, 2)),
                new TakeId(new UUID(1, number)),
                number,
                Track.CAMERA,
                "video/" + type,
                "segments/x/",
                NOON.plusSeconds(60L * number),
                NOON,
                null,
                4,
                null,
                NOON,
                null,
                null,
                NOON,
                new ArchivedTake("take-" + number + "." + type, 1, Sha256.digest("")),
                2);
        return new ArchivedContents(
                view,
                IntStream.of(sequences)
                        .mapToObj(sequence -> segment(number, sequence))
                        .toList());
    }

    private static SegmentView segment(int take, int sequence) {
        return new SegmentView(
                sequence,
                100 + sequence,
                Sha256.digest(take + "/" + sequence),
                Math.max(0, sequence - 1) * 4_000L,
                sequence == 0 ? 0 : 4_000,
                NOON,
                false);
    }
}
