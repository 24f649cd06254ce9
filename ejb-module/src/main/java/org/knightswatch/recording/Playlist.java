package org.knightswatch.recording;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Writes the HLS playlist (RFC 8216) of a track over its fragmented MP4 takes. While the attempt runs it only ever
 * appends, so it ends before the first hole; afterwards it goes on behind holes, with the true time of every piece, so
 * that they are honest.
 */
final class Playlist {

    /** Constant for the life of a playlist, as the standard wants; segments are 10 s at the most. */
    private static final int TARGET_SECONDS = 16;

    private final StringBuilder text = new StringBuilder();
    private final boolean running;
    private boolean empty = true;

    private Playlist(boolean running) {
        this.running = running;
    }

    /** The playlist; empty text when nothing can be played yet. */
    static String of(List<HeldTake> takes, boolean running) {
        Playlist playlist = new Playlist(running);
        playlist.line("#EXTM3U");
        playlist.line("#EXT-X-VERSION:7");
        playlist.line("#EXT-X-TARGETDURATION:" + TARGET_SECONDS);
        playlist.line("#EXT-X-PLAYLIST-TYPE:EVENT");
        playlist.line("#EXT-X-INDEPENDENT-SEGMENTS");
        for (HeldTake held : takes.stream().filter(h -> h.take().isMp4()).toList()) {
            boolean whole = playlist.append(held);
            if (running && !whole) {
                break;
            }
        }
        if (!running) {
            playlist.line("#EXT-X-ENDLIST");
        }
        return playlist.empty ? "" : playlist.text.toString();
    }

    /** Appends a take as far as it goes. Answers whether nothing of it is missing so far that later takes wait for. */
    private boolean append(HeldTake held) {
        boolean contiguous = false;
        int next = 1;
        if (held.segments().isEmpty() || held.segments().get(0).sequence() != 0) {
            return false;
        }
        for (SegmentView segment : held.segments().subList(1, held.segments().size())) {
            boolean hole = segment.sequence() != next;
            if (hole && running) {
                return false;
            }
            if (!contiguous || hole) {
                begin(held, segment);
            }
            entry(held, segment);
            contiguous = true;
            next = segment.sequence() + 1;
        }
        return held.take().isClosed() && next > held.take().lastSequence();
    }

    private void begin(HeldTake held, SegmentView segment) {
        if (!empty) {
            line("#EXT-X-DISCONTINUITY");
        }
        Instant at = held.take().startedAt().plusMillis(segment.startMillis());
        line("#EXT-X-MAP:URI=\"" + path(held, 0) + "\"");
        line("#EXT-X-PROGRAM-DATE-TIME:" + at);
        empty = false;
    }

    private void entry(HeldTake held, SegmentView segment) {
        line(String.format(Locale.ROOT, "#EXTINF:%.3f,", segment.durationMillis() / 1000.0));
        line(path(held, segment.sequence()));
    }

    private static String path(HeldTake held, int sequence) {
        return "segments/" + held.take().id() + "/" + sequence;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
