package org.knightswatch.roster;

/** How far the newest reading of a roster file has come. */
public record RosterProgress(int done, int of, boolean ended) {}
