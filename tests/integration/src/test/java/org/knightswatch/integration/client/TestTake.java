package org.knightswatch.integration.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A take as a recorder sends it: the head, and fragments of four seconds. */
public final class TestTake {

    public static final int SEGMENT_MILLIS = 4000;
    public static final String MP4 = "video/mp4;codecs=avc1,opus";

    private final Candidate candidate;
    private final Api api;
    private final String id;
    private final String startedAt;

    private TestTake(Candidate candidate, Api api, String startedAt, String id) {
        this.candidate = candidate;
        this.api = api;
        this.startedAt = startedAt;
        this.id = id;
    }

    /** Announced, and begun when the candidate joined. */
    public static TestTake announced(Candidate candidate) {
        return announced(candidate, candidate.joined().get("serverTime").asText());
    }

    public static TestTake announced(Candidate candidate, String startedAt) {
        TestTake take = of(candidate, candidate.api(), startedAt);
        take.announce().expect(201);
        return take;
    }

    /** Not announced yet. */
    public static TestTake of(Candidate candidate, Api api, String startedAt) {
        return new TestTake(candidate, api, startedAt, UUID.randomUUID().toString());
    }

    /** The same take with another token. */
    public TestTake by(Api caller) {
        return new TestTake(candidate, caller, startedAt, id);
    }

    public String id() {
        return id;
    }

    public String path(String rest) {
        return candidate.path("/takes/" + id + rest);
    }

    public Map<String, Object> words() {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("track", "camera");
        words.put("mimeType", MP4);
        words.put("startedAt", startedAt);
        words.put("sliceMillis", 250);
        return words;
    }

    public Answer announce() {
        return api.put(path(""), words());
    }

    /** The bytes of a segment, always the same. */
    public static byte[] bytes(int sequence) {
        return sequence == 0
                ? Fmp4.head()
                : Fmp4.fragment((sequence - 1) * SEGMENT_MILLIS, SEGMENT_MILLIS, 2000 + sequence);
    }

    /** The bytes of several segments, one behind the other. */
    public static byte[] joined(int... sequences) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int sequence : sequences) {
            joined.writeBytes(bytes(sequence));
        }
        return joined.toByteArray();
    }

    /** What a commit says of a segment. */
    public static Map<String, Object> claim(int sequence) {
        Map<String, Object> claim = wish(sequence);
        claim.put("startMillis", sequence == 0 ? 0 : (sequence - 1) * SEGMENT_MILLIS);
        claim.put("durationMillis", sequence == 0 ? 0 : SEGMENT_MILLIS);
        return claim;
    }

    /** What is said of a segment to get a place for it. */
    public static Map<String, Object> wish(int sequence) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("sequence", sequence);
        wish.put("bytes", bytes(sequence).length);
        wish.put("sha256", sha256(bytes(sequence)));
        return wish;
    }

    public Answer offers(int... sequences) {
        return api.post(path("/uploads"), Map.of("segments", claims(sequences, false)));
    }

    public Answer commit(int... sequences) {
        return api.post(path("/segments"), Map.of("segments", claims(sequences, true)));
    }

    /** A commit with what was heard at the socket, and the digest of it with the segments. */
    public Answer commit(String nonce, int... sequences) {
        StringBuilder lines = new StringBuilder(nonce + "\n" + id + "\n");
        claims(sequences, true)
                .forEach(claim -> lines.append(claim.get("sequence") + " " + claim.get("sha256") + "\n"));
        String hash = sha256(lines.toString().getBytes(StandardCharsets.US_ASCII));
        Map<String, Object> witness = Map.of("nonce", nonce, "hash", hash);
        return api.post(path("/segments"), Map.of("segments", claims(sequences, true), "witness", witness));
    }

    /** Sends bytes to the store as an offer says; the store's answer. */
    public static Answer send(JsonNode offer, byte[] bytes) {
        Api store = Api.at(offer.get("url").asText());
        String type = null;
        for (Map.Entry<String, JsonNode> header : offer.get("headers").properties()) {
            if (header.getKey().equalsIgnoreCase("content-type")) {
                type = header.getValue().asText();
            } else {
                store = store.with(header.getKey(), header.getValue().asText());
            }
        }
        return store.send(offer.get("method").asText(), offer.get("url").asText(), type, bytes);
    }

    /** Sends segments to the store and has them held. */
    public void record(int... sequences) {
        send(sequences);
        commit(sequences).expect(200).json().get("segments").forEach(outcome -> {
            if (!outcome.get("status").asText().equals("HELD")) {
                throw new AssertionError(outcome);
            }
        });
    }

    /** Sends segments to the store, and says nothing of it. */
    public void send(int... sequences) {
        for (JsonNode offer : offers(sequences).expect(200).json().get("uploads")) {
            send(offer, bytes(offer.get("sequence").asInt())).expect(200);
        }
    }

    public Answer relay(int sequence, byte[] bytes) {
        Map<String, Object> claim = claim(sequence);
        return api.with("X-Content-SHA256", (String) claim.get("sha256"))
                .with("X-Start-Millis", claim.get("startMillis").toString())
                .with("X-Duration-Millis", claim.get("durationMillis").toString())
                .send("PUT", path("/segments/" + sequence), "application/octet-stream", bytes);
    }

    public Answer close(int last) {
        return api.post(path("/close"), Map.of("lastSequence", last, "reason", "FINISHED"));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Map<String, Object>> claims(int[] sequences, boolean withTimes) {
        return IntStream.of(sequences)
                .mapToObj(sequence -> withTimes ? claim(sequence) : wish(sequence))
                .toList();
    }
}
