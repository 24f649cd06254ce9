package org.knightswatch.benchmarks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One take of each of those who attend, and its segments: bytes that lie in the store and are then shown to the server. */
final class Reels {

    private static final byte[] BYTES = "A segment, for who counts them".getBytes(StandardCharsets.UTF_8);
    private static final String SHA256 = sha256();
    private static final int SEGMENT_MILLIS = 10_000;

    private final Attending attending;
    private final List<String> takes;
    private final List<Path> firsts;

    private Reels(Attending attending, List<String> takes, List<Path> firsts) {
        this.attending = attending;
        this.takes = takes;
        this.firsts = firsts;
    }

    /** Announces a take of each, and asks once where its segments go. */
    static Reels of(Attending attending, Hall hall, StoreFolder store) {
        List<String> takes = Stream.generate(() -> UUID.randomUUID().toString())
                .limit(attending.size())
                .toList();
        String draft = "{\"track\":\"camera\",\"mimeType\":\"video/mp4\",\"sliceMillis\":100,\"startedAt\":\""
                + Instant.now() + "\"}";
        hall.call(attending.size(), (line, i) -> line.send("PUT", path(attending, takes, i), attending.token(i), draft))
                .allGood();
        String wish = "{\"segments\":[{\"sequence\":0,\"bytes\":" + BYTES.length + ",\"sha256\":\"" + SHA256 + "\"}]}";
        List<Path> firsts = hall
                .call(
                        attending.size(),
                        (line, i) -> line.post(path(attending, takes, i) + "/uploads", attending.token(i), wish))
                .allGood()
                .answers()
                .stream()
                .map(answer -> answer.json().at("/uploads/0/url").asText())
                .map(url -> store.fileOf(URI.create(url)))
                .toList();
        return new Reels(attending, takes, firsts);
    }

    /** Lays so many segments into the store, from this one on. */
    void lay(int who, int from, int count) {
        Path first = firsts.get(who);
        for (int sequence = from; sequence < from + count; sequence++) {
            String name = first.getFileName().toString().replaceFirst("^\\d{5}", five(sequence));
            StoreFolder.lay(first.resolveSibling(name), BYTES);
        }
    }

    /** Has the server look for them. */
    Answer commit(Line line, int who, int from, int count) {
        String segments =
                IntStream.range(from, from + count).mapToObj(Reels::claim).collect(Collectors.joining(","));
        Answer answer = line.post(
                path(attending, takes, who) + "/segments", attending.token(who), "{\"segments\":[" + segments + "]}");
        return answer.isGood() && answer.body().contains("MISSING") ? new Answer(404, answer.body()) : answer;
    }

    private static String claim(int sequence) {
        return "{\"sequence\":" + sequence + ",\"bytes\":" + BYTES.length + ",\"sha256\":\"" + SHA256
                + "\",\"startMillis\":" + (long) sequence * SEGMENT_MILLIS + ",\"durationMillis\":" + SEGMENT_MILLIS
                + "}";
    }

    private static String path(Attending attending, List<String> takes, int who) {
        return "/api/v1/attempts/" + attending.attempts().get(who) + "/takes/" + takes.get(who);
    }

    private static String five(int sequence) {
        return String.format(Locale.ROOT, "%05d", sequence);
    }

    private static String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
