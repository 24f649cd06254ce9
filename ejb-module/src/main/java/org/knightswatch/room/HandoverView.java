package org.knightswatch.room;

import java.time.Instant;
import java.util.UUID;

/**
 * A handover as others see it; people by the names that they are shown with.
 *
 * @param room its number
 * @param from null: nobody watched it
 * @param to null: nobody does yet
 * @param note of whoever left, or the reason of whoever moved the room; may be null
 * @param takenAt since when somebody does
 * @param acknowledgedBy null: nobody has read it yet
 */
public record HandoverView(
        UUID id,
        int room,
        String from,
        String to,
        HandoverReason reason,
        String note,
        Instant at,
        Instant takenAt,
        String acknowledgedBy,
        Instant acknowledgedAt) {}
