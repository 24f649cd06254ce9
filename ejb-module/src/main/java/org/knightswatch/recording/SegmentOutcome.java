package org.knightswatch.recording;

import org.knightswatch.kernel.Sha256;

/**
 * What became of a segment that a browser wants to have held.
 *
 * @param heldSha256 what is held under this sequence when that is something else
 */
public record SegmentOutcome(int sequence, Status status, Sha256 heldSha256) {

    /** The answers there are. */
    public enum Status {
        /** The store holds exactly these bytes. */
        HELD,
        /** It does not; send them. */
        MISSING,
        /** Other bytes were held under this sequence before; those stay. */
        MISMATCH
    }

    static SegmentOutcome held(int sequence) {
        return new SegmentOutcome(sequence, Status.HELD, null);
    }

    static SegmentOutcome missing(int sequence) {
        return new SegmentOutcome(sequence, Status.MISSING, null);
    }

    static SegmentOutcome mismatch(int sequence, Sha256 held) {
        return new SegmentOutcome(sequence, Status.MISMATCH, held);
    }
}
