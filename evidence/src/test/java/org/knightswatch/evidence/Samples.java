package org.knightswatch.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.knightswatch.evidence.Entry.Consent;
import org.knightswatch.evidence.Entry.Event;
import org.knightswatch.evidence.Entry.Gap;
import org.knightswatch.evidence.Entry.Segment;
import org.knightswatch.evidence.Entry.Take;

/** A manifest with every kind of entry, of two small takes. */
final class Samples {

    static final UUID ATTEMPT = UUID.fromString("0191e2c3-0000-7000-8000-000000000001");
    static final UUID FIRST = UUID.fromString("0191e2c3-0000-7000-8000-00000000000a");
    static final UUID SECOND = UUID.fromString("0191e2c3-0000-7000-8000-00000000000b");
    static final Instant BEGIN = Instant.parse("2026-11-22T09:00:00Z");

    private Samples() {}

    static ManifestBody body() {
        return body(
                List.of(object("take-1.mp4", 30), object("take-2.webm", 7), object("recording.m3u8", 3)),
                List.of(
                        new Consent("1", "en", hash("consent"), BEGIN),
                        new Event(BEGIN.plusSeconds(1), "STARTED", null),
                        take(FIRST, 1, "take-1.mp4"),
                        segment(FIRST, 0, 0, 10),
                        segment(FIRST, 1, 10, 20),
                        new Gap(BEGIN.plusSeconds(9), BEGIN.plusMillis(9_250), "NETWORK", "CLIENT", true),
                        take(SECOND, 2, "take-2.webm"),
                        segment(SECOND, 4, 0, 7),
                        new Event(BEGIN.plusSeconds(60), "PAUSED", "a \"quoted\" word, ä, 🎥\nand a line")));
    }

    static ManifestBody body(List<ArchivedObject> objects, List<Entry> entries) {
        return new ManifestBody(
                new ManifestBody.Exam("MATH-1", "production"),
                "c-17",
                new ManifestBody.Attempt(ATTEMPT, 1, BEGIN, BEGIN.plusSeconds(3_600), "COMPLETED"),
                "camera",
                new ManifestBody.Recording("INCOMPLETE", 3_600_000, 3_599_750),
                BEGIN.plusSeconds(4_000),
                objects,
                entries);
    }

    static ArchivedObject object(String name, long bytes) {
        return new ArchivedObject(name, bytes, hash(name));
    }

    static Take take(UUID id, int number, String object) {
        return new Take(id, number, "video/mp4", BEGIN, BEGIN.plusMillis(20), 4, "FINISHED", object);
    }

    static Segment segment(UUID take, int sequence, long offset, long bytes) {
        return new Segment(take, sequence, offset, bytes, hash(take + "/" + sequence), 4_000L * sequence, 4_000, BEGIN);
    }

    static String hash(String text) {
        return Hashes.hex(Hashes.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
