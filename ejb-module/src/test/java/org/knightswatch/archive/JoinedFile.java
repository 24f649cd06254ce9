package org.knightswatch.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.ArchivedTake;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.recording.TakeId;
import org.knightswatch.recording.TakeView;

/** Makes one file of what a browser recorded, as often as a test wants, cut as the recorder cuts it. */
final class JoinedFile {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final int FRAGMENTS = 3;

    private final Recorded recorded;
    private final boolean mp4;
    private final List<byte[]> cut;
    private final TrackJoin join;
    private final Map<TakeId, byte[]> archived = new HashMap<>();

    JoinedFile(Recorded recorded) {
        this.recorded = recorded;
        this.mp4 = recorded.name().endsWith("MP4");
        this.cut = cut();
        Joining joining = Joining.of(mp4);
        this.join = new TrackJoin(joining, joining.kind(head()));
    }

    /** One more take, without some of its segments. */
    JoinedFile with(Integer... missing) {
        List<SegmentView> segments = new ArrayList<>();
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        MediaReader reader = recorded.reader();
        for (int i = 0; i < cut.size(); i++) {
            long before =
                    Math.max(0, reader.covered().toMillis() - reader.covered().fromMillis());
            reader.feed(cut.get(i), cut.get(i).length);
            long length = reader.covered().toMillis() - reader.covered().fromMillis() - before;
            if (!Arrays.asList(missing).contains(i)) {
                object.writeBytes(cut.get(i));
                segments.add(
                        new SegmentView(i, cut.get(i).length, Sha256.digest(cut.get(i)), before, length, NOON, false));
            }
        }
        TakeView take = take(archived.size() + 1, object.size());
        archived.put(take.id(), object.toByteArray());
        join.add(take, segments, head());
        return this;
    }

    TrackFile file() {
        return join.file(1, "whole");
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            join.write(out, take -> new ByteArrayInputStream(archived.get(take.id())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    int segments() {
        return cut.size();
    }

    private byte[] head() {
        return Arrays.copyOf(cut.get(0), Joining.of(mp4).headLength(cut.get(0)));
    }

    /** Before the first and then each third fragment of MP4; before each third cluster, but not the first, of WebM. */
    private List<byte[]> cut() {
        byte[] bytes = recorded.bytes();
        byte[] mark = mp4
                ? "moof".getBytes(StandardCharsets.US_ASCII)
                : HexFormat.of().parseHex("1f43b675");
        List<byte[]> pieces = new ArrayList<>();
        int from = 0;
        int found = 0;
        for (int at = mark.length; at + mark.length <= bytes.length; at++) {
            boolean begins = Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length);
            if (begins && found++ % FRAGMENTS == 0 && (mp4 || found > 1)) {
                pieces.add(Arrays.copyOfRange(bytes, from, mp4 ? at - 4 : at));
                from = mp4 ? at - 4 : at;
            }
        }
        pieces.add(Arrays.copyOfRange(bytes, from, bytes.length));
        return pieces;
    }

    private TakeView take(int number, long bytes) {
        return new TakeView(
                new UUID(0, number),
                new AttemptId(new UUID(1, 1)),
                new TakeId(new UUID(2, number)),
                number,
                Track.CAMERA,
                mp4 ? "video/mp4;codecs=avc1,opus" : "video/webm;codecs=vp8,opus",
                "segments/x/",
                NOON.plusSeconds(60L * number),
                NOON,
                null,
                cut.size() - 1,
                null,
                NOON,
                NOON,
                null,
                NOON,
                new ArchivedTake("take", bytes, Sha256.digest("take")),
                0);
    }
}
