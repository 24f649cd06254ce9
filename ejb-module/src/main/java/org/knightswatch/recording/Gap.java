package org.knightswatch.recording;

import java.time.Instant;

/**
 * An interval that is missing.
 *
 * @param causeBy whose word the cause is
 * @param explained the server saw the cause, too; that explains and does not excuse
 * @param coveredSeconds how much of it a copy of somebody else's shows; it is missing from our recording all the same
 */
public record Gap(
        Instant from,
        Instant to,
        double seconds,
        GapCause cause,
        CauseBy causeBy,
        boolean explained,
        double coveredSeconds) {

    public Gap(Instant from, Instant to, double seconds, GapCause cause, CauseBy causeBy, boolean explained) {
        this(from, to, seconds, cause, causeBy, explained, 0);
    }

    Gap covered(double byCopies) {
        return new Gap(from, to, seconds, cause, causeBy, explained, byCopies);
    }

    /** Whose word a cause is. */
    public enum CauseBy {
        SERVER,
        CLIENT
    }
}
