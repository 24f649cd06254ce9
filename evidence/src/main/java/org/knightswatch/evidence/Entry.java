package org.knightswatch.evidence;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One link of the hash chain: something that happened, or a piece of what was recorded. Their order is part of what is
 * signed. A segment stands behind its take, and the segments of a take in the order of their sequences.
 */
public sealed interface Entry {

    /** What is hashed and written. */
    Map<String, Object> json();

    /** Reads an entry of any kind. */
    static Entry read(Members members) {
        String kind = members.text("kind");
        return switch (kind) {
            case Consent.KIND -> Consent.read(members);
            case Event.KIND -> Event.read(members);
            case Take.KIND -> Take.read(members);
            case Segment.KIND -> Segment.read(members);
            case Gap.KIND -> Gap.read(members);
            default -> throw new IllegalArgumentException("an unknown kind of entry: " + kind);
        };
    }

    private static Members write(String kind) {
        return Members.write().with("kind", kind);
    }

    /**
     * The candidate agreed.
     *
     * @param sha256 of the text agreed to
     */
    record Consent(String version, String language, String sha256, Instant at) implements Entry {

        static final String KIND = "consent";

        public Consent {
            Hashes.require(sha256);
        }

        private static Consent read(Members members) {
            return new Consent(
                    members.text("version"), members.text("language"), members.text("sha256"), members.moment("at"));
        }

        @Override
        public Map<String, Object> json() {
            return write(KIND)
                    .with("version", version)
                    .with("language", language)
                    .with("sha256", sha256)
                    .with("at", at)
                    .map();
        }
    }

    /**
     * Something in the life of the attempt.
     *
     * @param detail may be null
     */
    record Event(Instant at, String what, String detail) implements Entry {

        static final String KIND = "event";

        private static Event read(Members members) {
            return new Event(members.moment("at"), members.text("what"), members.textOrNull("detail"));
        }

        @Override
        public Map<String, Object> json() {
            return write(KIND)
                    .with("at", at)
                    .with("what", what)
                    .with("detail", detail)
                    .map();
        }
    }

    /**
     * What one page life recorded; its segments follow.
     *
     * @param number from 1, in the order in which takes were announced; other tracks count along
     * @param startedAt the browser's word
     * @param announcedAt the server's clock
     * @param lastSequence -1: nothing was recorded; null: nobody knows
     * @param closeReason null: nobody said
     * @param object the file that its segments make up; null when there is no segment
     */
    record Take(
            UUID takeId,
            int number,
            String mimeType,
            Instant startedAt,
            Instant announcedAt,
            Integer lastSequence,
            String closeReason,
            String object)
            implements Entry {

        static final String KIND = "take";

        public Take {
            if (number < 1 || (lastSequence != null && lastSequence < -1)) {
                throw new IllegalArgumentException("no number of a take, or no last sequence");
            }
        }

        private static Take read(Members members) {
            return new Take(
                    members.id("takeId"),
                    members.count("number"),
                    members.text("mimeType"),
                    members.moment("startedAt"),
                    members.moment("announcedAt"),
                    members.countOrNull("lastSequence"),
                    members.textOrNull("closeReason"),
                    members.textOrNull("object"));
        }

        @Override
        public Map<String, Object> json() {
            return write(KIND)
                    .with("takeId", takeId)
                    .with("number", number)
                    .with("mimeType", mimeType)
                    .with("startedAt", startedAt)
                    .with("announcedAt", announcedAt)
                    .with("lastSequence", lastSequence)
                    .with("closeReason", closeReason)
                    .with("object", object)
                    .map();
        }
    }

    /**
     * A piece of a take, as the browser sent it and the store proved it.
     *
     * @param offset where it begins in the object of its take
     * @param startMillis media time since the take's first sample
     * @param heldAt when the server had proof that the store holds it
     */
    record Segment(
            UUID takeId,
            int sequence,
            long offset,
            long bytes,
            String sha256,
            long startMillis,
            long durationMillis,
            Instant heldAt)
            implements Entry {

        static final String KIND = "segment";

        public Segment {
            if (sequence < 0 || offset < 0 || bytes < 1 || bytes > ArchivedObject.LARGEST) {
                throw new IllegalArgumentException("no place or size of a segment");
            }
            Hashes.require(sha256);
        }

        /** The first byte behind it. */
        long end() {
            return offset + bytes;
        }

        private static Segment read(Members members) {
            return new Segment(
                    members.id("takeId"),
                    members.count("sequence"),
                    members.number("offset"),
                    members.number("bytes"),
                    members.text("sha256"),
                    members.number("startMillis"),
                    members.number("durationMillis"),
                    members.moment("heldAt"));
        }

        @Override
        public Map<String, Object> json() {
            return write(KIND)
                    .with("takeId", takeId)
                    .with("sequence", sequence)
                    .with("offset", offset)
                    .with("bytes", bytes)
                    .with("sha256", sha256)
                    .with("startMillis", startMillis)
                    .with("durationMillis", durationMillis)
                    .with("heldAt", heldAt)
                    .map();
        }
    }

    /**
     * An interval that is missing.
     *
     * @param causeBy whose word the cause is
     * @param explained the server saw the cause, too
     */
    record Gap(Instant from, Instant to, String cause, String causeBy, boolean explained) implements Entry {

        static final String KIND = "gap";

        private static Gap read(Members members) {
            return new Gap(
                    members.moment("from"),
                    members.moment("to"),
                    members.text("cause"),
                    members.text("causeBy"),
                    members.flag("explained"));
        }

        @Override
        public Map<String, Object> json() {
            return write(KIND)
                    .with("from", from)
                    .with("to", to)
                    .with("cause", cause)
                    .with("causeBy", causeBy)
                    .with("explained", explained)
                    .map();
        }
    }
}
