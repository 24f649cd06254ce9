package org.knightswatch.room;

import org.knightswatch.exam.ExamId;

/** Somebody watches other rooms than before, or others in them. */
public record ProctorsReseated(ExamId exam) {}
