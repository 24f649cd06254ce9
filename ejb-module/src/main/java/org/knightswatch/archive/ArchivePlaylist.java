package org.knightswatch.archive;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.knightswatch.recording.ArchiveRows.ArchivedContents;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.recording.TakeView;

/**
 * Writes the HLS playlist (RFC 8216) that lies beside archived takes of fragmented MP4: byte ranges of their objects by
 * relative names, so that it plays from any folder, with the true time of every piece and a break at every hole.
 */
final class ArchivePlaylist {

    static final String NAME = "recording.m3u8";
    static final String TYPE = "application/vnd.apple.mpegurl";

    /** A longer segment, as of a device that slept, is listed with this length; what follows has its own time again. */
    private static final long LONGEST_MILLIS = 16_000;

    /** Times further apart than this do not follow from the lengths before them and are written down. */
    private static final Duration JITTER = Duration.ofMillis(10);

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();
    private boolean empty = true;
    private Instant reached;

    private ArchivePlaylist() {}

    /** The bytes of the file; none when nothing can be played by it. */
    static byte[] of(List<ArchivedContents> takes) {
        ArchivePlaylist playlist = new ArchivePlaylist();
        playlist.line("#EXTM3U");
        playlist.line("#EXT-X-VERSION:7");
        playlist.line("#EXT-X-TARGETDURATION:" + LONGEST_MILLIS / 1000);
        playlist.line("#EXT-X-PLAYLIST-TYPE:VOD");
        takes.stream()
                .filter(contents -> contents.take().isMp4() && contents.take().archived() != null)
                .forEach(playlist::append);
        playlist.line("#EXT-X-ENDLIST");
        return playlist.empty ? new byte[0] : playlist.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Without its header, which is its first segment, nothing of a take can be played. */
    private void append(ArchivedContents contents) {
        List<SegmentView> segments = contents.segments();
        if (segments.isEmpty() || segments.get(0).sequence() != 0) {
            return;
        }
        SegmentView header = segments.get(0);
        String name = contents.take().archived().name();
        long offset = header.bytes();
        int before = 0;
        for (SegmentView segment : segments.subList(1, segments.size())) {
            if (before == 0 || segment.sequence() != before + 1) {
                begin(name, header);
            }
            entry(contents.take(), segment);
            line("#EXT-X-BYTERANGE:" + segment.bytes() + "@" + offset);
            line(name);
            offset += segment.bytes();
            before = segment.sequence();
        }
    }

    private void begin(String name, SegmentView header) {
        if (!empty) {
            line("#EXT-X-DISCONTINUITY");
        }
        line("#EXT-X-MAP:URI=\"" + name + "\",BYTERANGE=\"" + header.bytes() + "@0\"");
        reached = null;
        empty = false;
    }

    private void entry(TakeView take, SegmentView segment) {
        Instant from = take.startedAt().plusMillis(segment.startMillis());
        if (reached == null || Duration.between(reached, from).abs().compareTo(JITTER) > 0) {
            line("#EXT-X-PROGRAM-DATE-TIME:" + MILLIS.format(from));
        }
        long millis = Math.min(segment.durationMillis(), LONGEST_MILLIS);
        line(String.format(Locale.ROOT, "#EXTINF:%.3f,", millis / 1000.0));
        reached = from.plusMillis(millis);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
