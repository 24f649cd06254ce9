package org.knightswatch.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knightswatch.archive.JoinedTake.Piece;
import org.knightswatch.archive.WebmElements.Element;

/**
 * Joins WebM (RFC 9559): a head with the length, cues in front, and the clusters with their timestamps moved. A timestamp
 * may get longer by that. So each piece is given some room, and what it does not need is filled.
 */
final class WebmJoining extends Joining {

    private static final long MILLISECONDS = 1_000_000;
    private static final int ROOM = 256;
    private static final int ROOM_PART = 50;
    private static final int CUE = 27;
    /** Enough for the longest way to write a short element, and to fill what is left. */
    private static final int LEFT = 20;

    private static final byte[] WRITER = "Knights Watch".getBytes(StandardCharsets.US_ASCII);

    @Override
    int headLength(byte[] first) {
        find(first, WebmElements.TRACKS);
        return look(first, WebmElements.CLUSTER).map(Element::from).orElse(first.length);
    }

    @Override
    Map<Object, Integer> tracks(byte[] head) {
        requireMilliseconds(head);
        ByteBuffer bytes = ByteBuffer.wrap(head.clone());
        Map<Object, Integer> tracks = new HashMap<>();
        WebmElements all = find(head, WebmElements.TRACKS).children(bytes);
        for (Element track = all.next(); track != null; track = all.next()) {
            int number = 0;
            WebmElements parts = track.children(bytes);
            for (Element part = parts.next(); part != null; part = parts.next()) {
                boolean isNumber = part.id() == WebmElements.TRACK_NUMBER;
                number = isNumber ? (int) part.number(bytes) : number;
                if (isNumber || part.id() == WebmElements.TRACK_ID) {
                    bytes.put(part.body(), new byte[part.to() - part.body()]);
                }
            }
            require(number > 0 && number < 127, "No number of a track");
            tracks.put(bytes.slice(track.from(), track.to() - track.from()), number);
        }
        return tracks;
    }

    @Override
    byte[] front(byte[] head, List<Piece> pieces) {
        Element ebml = find(head, WebmElements.EBML);
        Element tracks = find(head, WebmElements.TRACKS);
        byte[] info = info(pieces.get(pieces.size() - 1).to());
        int inside = info.length + tracks.to() - tracks.from() + 12 + CUE * pieces.size();
        long media = pieces.stream().mapToLong(piece -> length(piece.bytes())).sum();
        ByteArrayOutputStream front = new ByteArrayOutputStream();
        front.write(head, ebml.from(), ebml.to() - ebml.from());
        front.writeBytes(start(WebmElements.SEGMENT, inside + media));
        front.writeBytes(info);
        front.write(head, tracks.from(), tracks.to() - tracks.from());
        front.writeBytes(start(WebmElements.CUES, (long) CUE * pieces.size()));
        front.writeBytes(cues(pieces, inside, pictures(head, tracks)));
        return front.toByteArray();
    }

    @Override
    long length(long bytes) {
        return bytes + ROOM + bytes / ROOM_PART;
    }

    @Override
    byte[] moved(byte[] piece, long millis) {
        ByteBuffer bytes = ByteBuffer.wrap(piece);
        ByteBuffer moved = ByteBuffer.allocate((int) length(piece.length));
        WebmElements elements = new WebmElements(bytes, 0, piece.length);
        int cluster = -1;
        for (Element element = elements.next(); element != null; element = elements.next()) {
            boolean begins = element.id() == WebmElements.CLUSTER;
            require(begins || cluster >= 0, "Something stands before the cluster");
            require(moved.remaining() > LEFT + element.to() - element.from(), "More clusters than there is room for");
            if (begins) {
                end(moved, cluster);
                cluster = moved.position();
            }
            write(moved, bytes, element, millis);
        }
        end(moved, cluster);
        moved.put((byte) WebmElements.VOID).putLong(1L << 56 | moved.remaining() - 8);
        return moved.array();
    }

    /** Recorders leave open how long a cluster is. */
    private static void end(ByteBuffer moved, int cluster) {
        if (cluster >= 0) {
            moved.putLong(cluster + 4, 1L << 56 | moved.position() - cluster - 12);
        }
    }

    /** What tells of other places in the file, or of none, is left out. */
    private void write(ByteBuffer moved, ByteBuffer bytes, Element element, long millis) {
        long id = element.id();
        if (id == WebmElements.CLUSTER) {
            moved.putInt((int) id).putLong(0);
        } else if (id == WebmElements.TIMESTAMP) {
            moved.put((byte) id).put((byte) 0x88).putLong(element.number(bytes) + millis);
        } else if (id != WebmElements.POSITION && id != WebmElements.BEFORE && id != WebmElements.CUES) {
            int at = moved.position() - element.from();
            moved.put(bytes.slice(element.from(), element.to() - element.from()));
            renumber(moved, element, at);
        }
    }

    /** A block begins with the number of its track; it may stand in a group. */
    private void renumber(ByteBuffer moved, Element element, int at) {
        if (element.id() == WebmElements.SIMPLE_BLOCK || element.id() == WebmElements.BLOCK) {
            moved.put(at + element.body(), (byte) (0x80 | number(moved.get(at + element.body()) & 0x7F)));
        } else if (element.id() == WebmElements.BLOCK_GROUP) {
            WebmElements parts = new WebmElements(moved, at + element.body(), at + element.to());
            for (Element part = parts.next(); part != null; part = parts.next()) {
                renumber(moved, part, 0);
            }
        }
    }

    private byte[] cues(List<Piece> pieces, int inside, long track) {
        ByteBuffer cues = ByteBuffer.allocate(CUE * pieces.size());
        long position = inside;
        for (Piece piece : pieces) {
            cues.put(new byte[] {(byte) 0xBB, (byte) (0x80 | CUE - 2), (byte) 0xB3, (byte) 0x88});
            cues.putLong(piece.from());
            cues.put(new byte[] {(byte) 0xB7, (byte) 0x8D, (byte) 0xF7, (byte) 0x81, (byte) track});
            cues.put(new byte[] {(byte) 0xF1, (byte) 0x88}).putLong(position);
            position += length(piece.bytes());
        }
        return cues.array();
    }

    private static byte[] info(long millis) {
        ByteBuffer info = ByteBuffer.allocate(12 + 7 + 11 + 2 * (3 + WRITER.length));
        info.put(start(WebmElements.INFO, info.capacity() - 12));
        info.put(new byte[] {0x2A, (byte) 0xD7, (byte) 0xB1, (byte) 0x83, 0x0F, 0x42, 0x40});
        info.put(new byte[] {0x44, (byte) 0x89, (byte) 0x88}).putDouble((double) millis);
        info.put(new byte[] {0x4D, (byte) 0x80, (byte) (0x80 | WRITER.length)}).put(WRITER);
        info.put(new byte[] {0x57, 0x41, (byte) (0x80 | WRITER.length)}).put(WRITER);
        return info.array();
    }

    /** An element that others stand in: its name of four bytes, and its length in eight. */
    private static byte[] start(long id, long length) {
        return ByteBuffer.allocate(12)
                .putInt((int) id)
                .putLong(1L << 56 | length)
                .array();
    }

    /** The number of the track with pictures, or of the one that there is. */
    private static long pictures(byte[] head, Element tracks) {
        ByteBuffer bytes = ByteBuffer.wrap(head);
        WebmElements all = tracks.children(bytes);
        long pictures = 0;
        for (Element track = all.next(); track != null; track = all.next()) {
            long number = 0;
            boolean shows = false;
            WebmElements parts = track.children(bytes);
            for (Element part = parts.next(); part != null; part = parts.next()) {
                number = part.id() == WebmElements.TRACK_NUMBER ? part.number(bytes) : number;
                shows |= part.id() == WebmElements.PICTURE;
            }
            pictures = shows || pictures == 0 ? number : pictures;
        }
        return pictures;
    }

    private static void requireMilliseconds(byte[] head) {
        ByteBuffer bytes = ByteBuffer.wrap(head);
        WebmElements parts = find(head, WebmElements.INFO).children(bytes);
        for (Element part = parts.next(); part != null; part = parts.next()) {
            boolean other = part.id() == WebmElements.SCALE && part.number(bytes) != MILLISECONDS;
            require(!other, "Times are in something else than milliseconds");
        }
    }

    private static Element find(byte[] head, long id) {
        return look(head, id).orElseThrow(() -> new IllegalArgumentException("No element " + Long.toHexString(id)));
    }

    private static Optional<Element> look(byte[] head, long id) {
        WebmElements elements = new WebmElements(ByteBuffer.wrap(head), 0, head.length);
        for (Element element = elements.next(); element != null; element = elements.next()) {
            if (element.id() == id) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }
}
