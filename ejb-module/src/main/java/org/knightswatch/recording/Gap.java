package org.knightswatch.recording;

import java.time.Instant;

/**
 * An interval that is missing.
 *
 * @param causeBy whose word the cause is
 * @param explained the server saw the cause, too; that explains and does not excuse
 */
public record Gap(Instant from, Instant to, double seconds, GapCause cause, CauseBy causeBy, boolean explained) {

    /** Whose word a cause is. */
    public enum CauseBy {
        SERVER,
        CLIENT
    }
}
