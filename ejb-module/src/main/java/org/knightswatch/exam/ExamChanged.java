package org.knightswatch.exam;

/** Something about an exam is different now, such as its window. */
public record ExamChanged(ExamId exam) {}
