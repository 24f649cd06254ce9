package org.knightswatch.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.knightswatch.archive.JoinedTake.Piece;

/**
 * How takes of one container format become one file: what describes them once, an index of all pieces, and the pieces with
 * their times moved. How long each of these is, is known before any media is read. Bytes that make no sense are an {@link
 * IllegalArgumentException}. It is good for one file.
 */
abstract class Joining {

    private Map<Object, Integer> first = Map.of();
    private final Map<Integer, Integer> numbers = new HashMap<>();

    /** How much of a take's first segment stands before its media. */
    abstract int headLength(byte[] first);

    /** What describes each track of a take, and its number there: recorders number them as they come. */
    abstract Map<Object, Integer> tracks(byte[] head);

    /** All of the file before its first piece. */
    abstract byte[] front(byte[] head, List<Piece> pieces);

    /** How long a piece is in the file. */
    abstract long length(long bytes);

    /** A piece as it is in the file: moved by so many milliseconds. */
    abstract byte[] moved(byte[] piece, long millis);

    /** How long the end is. */
    long backLength(int pieces) {
        return 0;
    }

    /** All of the file behind its last piece, once all were moved. */
    byte[] back(int pieces) {
        return new byte[0];
    }

    /** What two heads have in common when their takes can be in one file. */
    final Object kind(byte[] head) {
        return tracks(head).keySet();
    }

    /** From here on come pieces of the take with this head; that of the first one is the file's. */
    final void begin(byte[] head) {
        first = first.isEmpty() ? tracks(head) : first;
        numbers.clear();
        tracks(head).forEach((track, number) -> numbers.put(number, first.get(track)));
    }

    /** The file's number of a track of this take. */
    final int number(int track) {
        return numbers.getOrDefault(track, track);
    }

    static void require(boolean kept, String what) {
        if (!kept) {
            throw new IllegalArgumentException(what);
        }
    }

    /** The one for MP4, or for WebM. */
    static Joining of(boolean mp4) {
        return mp4 ? new Mp4Joining() : new WebmJoining();
    }
}
