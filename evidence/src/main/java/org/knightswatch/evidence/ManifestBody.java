package org.knightswatch.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is said of one recording: whose it is, the files it consists of, and all that happened, in one order. No name and no
 * address of a person: candidates have ids.
 *
 * @param track camera or screen
 * @param objects every file of the folder but the manifest
 */
public record ManifestBody(
        Exam exam,
        String candidateId,
        Attempt attempt,
        String track,
        Recording recording,
        Instant sealedAt,
        List<ArchivedObject> objects,
        List<Entry> entries) {

    static final String ENTRIES = "entries";

    public ManifestBody {
        objects = List.copyOf(objects);
        entries = List.copyOf(entries);
    }

    static ManifestBody read(Members members) {
        return new ManifestBody(
                members.object("exam", Exam::read),
                members.text("candidateId"),
                members.object("attempt", Attempt::read),
                members.text("track"),
                members.object("recording", Recording::read),
                members.moment("sealedAt"),
                members.list("objects", ArchivedObject::read),
                members.list(ENTRIES, Entry::read));
    }

    /** What the chain begins with: all but the entries, which are its links. */
    Map<String, Object> head() {
        return Members.write()
                .with("exam", exam.json())
                .with("candidateId", candidateId)
                .with("attempt", attempt.json())
                .with("track", track)
                .with("recording", recording.json())
                .with("sealedAt", sealedAt)
                .with("objects", objects.stream().map(ArchivedObject::json).toList())
                .map();
    }

    Map<String, Object> json() {
        Map<String, Object> json = head();
        json.put(ENTRIES, entries.stream().map(Entry::json).toList());
        return json;
    }

    /** Which exam, and in which environment it was held. */
    public record Exam(String code, String environment) {

        static Exam read(Members members) {
            return new Exam(members.text("code"), members.text("environment"));
        }

        Map<String, Object> json() {
            return Members.write()
                    .with("code", code)
                    .with("environment", environment)
                    .map();
        }
    }

    /**
     * Which attempt.
     *
     * @param number 1 is the candidate's first
     * @param startedAt null when it never began
     * @param endedAt null when it never ended
     */
    public record Attempt(UUID id, int number, Instant startedAt, Instant endedAt, String state) {

        static Attempt read(Members members) {
            return new Attempt(
                    members.id("id"),
                    members.count("number"),
                    members.momentOrNull("startedAt"),
                    members.momentOrNull("endedAt"),
                    members.text("state"));
        }

        Map<String, Object> json() {
            return Members.write()
                    .with("id", id)
                    .with("number", number)
                    .with("startedAt", startedAt)
                    .with("endedAt", endedAt)
                    .with("state", state)
                    .map();
        }
    }

    /** How far the recording had come when it was sealed. */
    public record Recording(String state, long expectedMillis, long recordedMillis) {

        private static Recording read(Members members) {
            return new Recording(
                    members.text("state"), members.number("expectedMillis"), members.number("recordedMillis"));
        }

        private Map<String, Object> json() {
            return Members.write()
                    .with("state", state)
                    .with("expectedMillis", expectedMillis)
                    .with("recordedMillis", recordedMillis)
                    .map();
        }
    }
}
