package org.knightswatch.attempt;

import java.time.Instant;
import org.knightswatch.room.RoomId;

/** Somebody who takes part now, as little of it as a count of many needs. */
public record Seated(AttemptId attempt, RoomId room, Instant joinedAt) {}
