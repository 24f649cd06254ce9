package org.knightswatch.room;

import org.knightswatch.exam.ExamId;
import org.knightswatch.media.MediaRoom;

/**
 * A room as others see it.
 *
 * @param number from 1 within its exam
 * @param media its counterpart at the provider, null while there is none
 */
public record RoomView(RoomId id, ExamId exam, int number, int capacity, MediaRoom media) {}
