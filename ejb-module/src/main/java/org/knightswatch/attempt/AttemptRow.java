package org.knightswatch.attempt;

/** An attempt with the names that lists show. */
public record AttemptRow(AttemptView attempt, String candidateId, String name, int roomNumber) {}
