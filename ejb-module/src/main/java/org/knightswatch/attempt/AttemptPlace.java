package org.knightswatch.attempt;

import org.knightswatch.exam.ExamId;
import org.knightswatch.room.RoomId;

/** Which attempt, and where it is watched. Event records carry it, so that whoever hears them knows whom to tell. */
public record AttemptPlace(AttemptId attempt, ExamId exam, RoomId room) {}
