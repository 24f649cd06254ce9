package org.knightswatch.room;

import org.knightswatch.exam.ExamId;

/** Somebody watches other rooms than before. */
public record ProctorsReseated(ExamId exam) {}
