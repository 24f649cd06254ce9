package org.knightswatch.room;

import org.knightswatch.exam.ExamId;

/** There is one more room. */
public record RoomOpened(ExamId exam, RoomId room) {}
