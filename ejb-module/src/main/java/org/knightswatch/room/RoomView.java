package org.knightswatch.room;

import java.time.Instant;
import org.knightswatch.exam.ExamId;
import org.knightswatch.media.MediaRoom;

/**
 * A room as others see it.
 *
 * @param number from 1 within its exam
 * @param group of the roster that it is for; null: for everybody
 * @param media its counterpart at the provider, null while there is none
 */
public record RoomView(
        RoomId id, ExamId exam, int number, int capacity, String group, Instant openedAt, MediaRoom media) {}
