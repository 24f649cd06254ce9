package org.knightswatch.recording;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes the HLS playlist (RFC 8216) of fragmented MP4 takes. While it grows it only ever appends, so it ends before the
 * first hole; afterwards it goes on behind holes, with the true time of every piece, so that they are honest. What lies
 * in the archive is then read there, by byte ranges of the object of its take.
 */
final class Playlist {

    /**
     * Constant for the life of a playlist, as the standard wants; segments are 10 s by setting. A longer one, as of a
     * device that slept, is listed with this length, and what follows it has its own time again.
     */
    private static final Duration TARGET = Duration.ofSeconds(16);

    /** Times further apart than this do not follow from the lengths before them and are written down. */
    private static final Duration JITTER = Duration.ofMillis(10);

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();
    private final boolean growing;
    private boolean empty = true;
    private Instant reached;

    private Playlist(boolean growing) {
        this.growing = growing;
    }

    /** The playlist of takes in the order of their beginnings; empty text when nothing can be played yet. */
    static String of(List<HeldTake> takes, boolean growing) {
        Playlist playlist = new Playlist(growing);
        playlist.line("#EXTM3U");
        playlist.line("#EXT-X-VERSION:7");
        playlist.line("#EXT-X-TARGETDURATION:" + TARGET.toSeconds());
        playlist.line("#EXT-X-PLAYLIST-TYPE:EVENT");
        for (HeldTake held : takes.stream().filter(h -> h.take().isMp4()).toList()) {
            playlist.append(held);
            if (growing && !held.isWhole()) {
                break;
            }
        }
        if (!growing) {
            playlist.line("#EXT-X-ENDLIST");
        }
        return playlist.empty ? "" : playlist.text.toString();
    }

    /** Appends a take as far as it goes. Without its header, which is its first segment, nothing of it can be played. */
    private void append(HeldTake held) {
        List<SegmentView> segments = held.segments();
        if (segments.isEmpty() || segments.get(0).sequence() != 0) {
            return;
        }
        int before = 0;
        long offset = segments.get(0).bytes();
        for (SegmentView segment : segments.subList(1, segments.size())) {
            boolean hole = segment.sequence() != before + 1;
            if (hole && growing) {
                return;
            }
            if (hole || before == 0) {
                begin(held);
            }
            entry(held, segment);
            address(held, segment, offset);
            offset += segment.bytes();
            before = segment.sequence();
        }
    }

    private void begin(HeldTake held) {
        if (!empty) {
            line("#EXT-X-DISCONTINUITY");
        }
        line(
                isInArchive(held)
                        ? "#EXT-X-MAP:URI=\"" + held.take().path() + "\",BYTERANGE=\""
                                + held.segments().get(0).bytes() + "@0\""
                        : "#EXT-X-MAP:URI=\"" + path(held, 0) + ".mp4\"");
        reached = null;
        empty = false;
    }

    private void entry(HeldTake held, SegmentView segment) {
        Instant from = held.interval(segment).from();
        if (reached == null || Duration.between(reached, from).abs().compareTo(JITTER) > 0) {
            line("#EXT-X-PROGRAM-DATE-TIME:" + MILLIS.format(from));
        }
        long millis = Math.min(segment.durationMillis(), TARGET.toMillis());
        line(String.format(Locale.ROOT, "#EXTINF:%.3f,", millis / 1000.0));
        reached = from.plusMillis(millis);
    }

    private void address(HeldTake held, SegmentView segment, long offset) {
        if (isInArchive(held)) {
            line("#EXT-X-BYTERANGE:" + segment.bytes() + "@" + offset);
            line(held.take().path());
        } else {
            line(path(held, segment.sequence()) + ".m4s");
        }
    }

    /** What was said while it grew is not said in other words before it has ended. */
    private boolean isInArchive(HeldTake held) {
        return !growing && held.take().archived() != null;
    }

    /** With an ending behind it, because some players read nothing that has none. */
    private static String path(HeldTake held, int sequence) {
        return "segments/" + held.take().id() + "/" + sequence;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
