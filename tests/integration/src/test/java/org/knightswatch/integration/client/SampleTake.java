package org.knightswatch.integration.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A take of bytes that a browser recorded, cut as the recorder cuts them. */
public final class SampleTake {

    private static final Path FIXTURES = Path.of("../../web-module/src/main/frontend/test/fixtures");

    private final Candidate candidate;
    private final String path;
    private final List<byte[]> segments;

    private SampleTake(Candidate candidate, List<byte[]> segments) {
        this.candidate = candidate;
        this.path = candidate.path("/takes/" + UUID.randomUUID());
        this.segments = segments;
    }

    /** Chromium's fragmented MP4, announced: the header, and a segment each fragment. */
    public static SampleTake mp4(Candidate candidate, String startedAt) {
        byte[] moof = "moof".getBytes(StandardCharsets.US_ASCII);
        SampleTake take = new SampleTake(candidate, cut(read("chromium-mp4-500.mp4"), moof, 4));
        return take.announced("camera", "video/mp4;codecs=avc1,opus", startedAt);
    }

    /** Fragmented MP4 of a track, announced: the header, and a segment each fragment. */
    public static SampleTake mp4(Candidate candidate, String track, byte[] media, String startedAt) {
        byte[] moof = "moof".getBytes(StandardCharsets.US_ASCII);
        SampleTake take = new SampleTake(candidate, cut(media, moof, 4));
        return take.announced(track, "video/mp4;codecs=avc1,opus", startedAt);
    }

    /** Chromium's WebM, announced: a segment each cluster, the header with the first. */
    public static SampleTake webm(Candidate candidate, String startedAt) {
        byte[] cluster = HexFormat.of().parseHex("1f43b675");
        List<byte[]> pieces = cut(read("chromium-webm-1000.webm"), cluster, 0);
        byte[] head = pieces.remove(0);
        byte[] first = Arrays.copyOf(head, head.length + pieces.get(0).length);
        System.arraycopy(pieces.get(0), 0, first, head.length, pieces.get(0).length);
        pieces.set(0, first);
        SampleTake take = new SampleTake(candidate, pieces);
        return take.announced("camera", "video/webm;codecs=vp8,opus", startedAt);
    }

    /** Sends all of it and closes. */
    public void recordAll() {
        for (int sequence = 0; sequence < segments.size(); sequence++) {
            byte[] bytes = segments.get(sequence);
            candidate
                    .api()
                    .with("X-Content-SHA256", TestTake.sha256(bytes))
                    .with("X-Start-Millis", Integer.toString(sequence * 500))
                    .with("X-Duration-Millis", "500")
                    .send("PUT", path + "/segments/" + sequence, "application/octet-stream", bytes)
                    .expect(200);
        }
        Map<String, Object> end = Map.of("lastSequence", segments.size() - 1, "reason", "FINISHED");
        candidate.api().post(path + "/close", end).expect(200);
    }

    private SampleTake announced(String track, String mimeType, String startedAt) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("track", track);
        words.put("mimeType", mimeType);
        words.put("startedAt", startedAt);
        words.put("sliceMillis", 250);
        candidate.api().put(path, words).expect(201);
        return this;
    }

    /** Before each place where these bytes stand, or so many before it. */
    private static List<byte[]> cut(byte[] bytes, byte[] mark, int before) {
        List<byte[]> cut = new ArrayList<>();
        int from = 0;
        for (int at = mark.length; at + mark.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
                cut.add(Arrays.copyOfRange(bytes, from, at - before));
                from = at - before;
            }
        }
        cut.add(Arrays.copyOfRange(bytes, from, bytes.length));
        return cut;
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(FIXTURES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
