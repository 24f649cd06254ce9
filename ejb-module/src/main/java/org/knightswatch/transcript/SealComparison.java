package org.knightswatch.transcript;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.knightswatch.evidence.Entry;
import org.knightswatch.evidence.ManifestBody;

/** Holds what a transcript says of a recording against what was sealed of it: the seal is what anybody can verify. */
final class SealComparison {

    private final Transcript transcript;
    private final Map<String, String> recording;

    SealComparison(Transcript transcript, Map<String, String> recording) {
        this.transcript = transcript;
        this.recording = recording;
    }

    /** Whether both tell the same story. */
    boolean agrees(ManifestBody body) {
        return isOf(body) && hasThoseFigures(body) && hasThoseSegments(body);
    }

    private boolean isOf(ManifestBody body) {
        Map<String, String> attempt = first(CopiedTable.ATTEMPT);
        ManifestBody.Attempt sealed = body.attempt();
        return body.exam().code().equals(first(CopiedTable.EXAM).get("code"))
                && body.exam()
                        .environment()
                        .equals(first(CopiedTable.ENVIRONMENT).get("code"))
                && body.candidateId().equals(first(CopiedTable.ENROLMENT).get("candidate_id"))
                && sealed.id().toString().equals(attempt.get("id"))
                && Integer.toString(sealed.number()).equals(attempt.get("number"))
                && sealed.state().equals(attempt.get("state"))
                && isSame(sealed.startedAt(), attempt.get("started_at"))
                && isSame(sealed.endedAt(), attempt.get("ended_at"));
    }

    private boolean hasThoseFigures(ManifestBody body) {
        ManifestBody.Recording sealed = body.recording();
        return body.track().equalsIgnoreCase(recording.get("track"))
                && sealed.state().equals(recording.get("state"))
                && Long.toString(sealed.expectedMillis()).equals(recording.get("expected_millis"))
                && Long.toString(sealed.recordedMillis()).equals(recording.get("recorded_millis"));
    }

    /** Segments that were folded into the manifest stand nowhere else. */
    private boolean hasThoseSegments(ManifestBody body) {
        Map<String, String> takes = transcript.rows(CopiedTable.TAKE).stream()
                .filter(take -> take.get("track").equals(recording.get("track")))
                .collect(Collectors.toMap(take -> take.get("id"), take -> take.get("take_id")));
        Set<List<String>> copied = transcript.rows(CopiedTable.SEGMENT).stream()
                .filter(segment -> takes.containsKey(segment.get("take_id")))
                .filter(segment -> !"true".equals(segment.get("faulty")))
                .map(segment -> List.of(
                        takes.get(segment.get("take_id")),
                        segment.get("sequence"),
                        segment.get("bytes"),
                        segment.get("sha256"),
                        segment.get("start_millis"),
                        segment.get("duration_millis"),
                        Instant.parse(segment.get("held_at")).toString()))
                .collect(Collectors.toSet());
        Set<List<String>> sealed = body.entries().stream()
                .filter(Entry.Segment.class::isInstance)
                .map(Entry.Segment.class::cast)
                .map(SealComparison::asText)
                .collect(Collectors.toSet());
        return copied.isEmpty() || copied.equals(sealed);
    }

    private static List<String> asText(Entry.Segment segment) {
        return List.of(
                segment.takeId().toString(),
                Integer.toString(segment.sequence()),
                Long.toString(segment.bytes()),
                segment.sha256(),
                Long.toString(segment.startMillis()),
                Long.toString(segment.durationMillis()),
                segment.heldAt().toString());
    }

    private Map<String, String> first(CopiedTable table) {
        return transcript.rows(table).stream().findFirst().orElse(Map.of());
    }

    private static boolean isSame(Instant moment, String text) {
        return Objects.equals(moment, text == null ? null : Instant.parse(text));
    }
}
