package org.knightswatch.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is said of the removal of one attempt's recordings. No name and no address of a person: candidates have ids.
 *
 * @param cause RETENTION or ERASURE
 * @param rule what was in force, in words
 * @param askedBy whom the audit names
 * @param doneAt when all of it was seen to be gone; null before
 * @param manifests the seals of what is removed
 * @param objects what is to be removed; once it is done: what was
 */
public record PurgeBody(
        UUID id,
        ManifestBody.Exam exam,
        String candidateId,
        ManifestBody.Attempt attempt,
        String cause,
        String rule,
        String askedBy,
        Instant begunAt,
        Instant doneAt,
        List<Sealed> manifests,
        List<PurgedObject> objects) {

    public PurgeBody {
        manifests = List.copyOf(manifests);
        objects = List.copyOf(objects);
    }

    /** The same, with more to be removed. */
    public PurgeBody with(List<Sealed> seals, List<PurgedObject> all) {
        return new PurgeBody(id, exam, candidateId, attempt, cause, rule, askedBy, begunAt, doneAt, seals, all);
    }

    /** The same, when it is done. */
    public PurgeBody done(Instant now) {
        return new PurgeBody(id, exam, candidateId, attempt, cause, rule, askedBy, begunAt, now, manifests, objects);
    }

    static PurgeBody read(Members members) {
        return new PurgeBody(
                members.id("id"),
                members.object("exam", ManifestBody.Exam::read),
                members.text("candidateId"),
                members.object("attempt", ManifestBody.Attempt::read),
                members.text("cause"),
                members.text("rule"),
                members.text("askedBy"),
                members.moment("begunAt"),
                members.momentOrNull("doneAt"),
                members.list("manifests", Sealed::read),
                members.list("objects", PurgedObject::read));
    }

    Map<String, Object> json() {
        return Members.write()
                .with("id", id)
                .with("exam", exam.json())
                .with("candidateId", candidateId)
                .with("attempt", attempt.json())
                .with("cause", cause)
                .with("rule", rule)
                .with("askedBy", askedBy)
                .with("begunAt", begunAt)
                .with("doneAt", doneAt)
                .with("manifests", manifests.stream().map(Sealed::json).toList())
                .with("objects", objects.stream().map(PurgedObject::json).toList())
                .map();
    }

    /**
     * A recording that had a manifest.
     *
     * @param place its folder
     * @param head the last hash of its chain, in hex
     */
    public record Sealed(String place, String head) {

        private static Sealed read(Members members) {
            return new Sealed(members.text("place"), members.text("head"));
        }

        private Map<String, Object> json() {
            return Members.write().with("place", place).with("head", head).map();
        }
    }
}
