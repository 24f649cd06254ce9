package org.knightswatch.exam;

/** An exam is there now. */
public record ExamCreated(ExamId exam) {}
