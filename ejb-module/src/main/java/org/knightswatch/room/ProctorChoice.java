package org.knightswatch.room;

/** A proctor who could be put on duty, with how many other exams they watch. */
public record ProctorChoice(String proctor, String displayName, long otherDuties) {}
