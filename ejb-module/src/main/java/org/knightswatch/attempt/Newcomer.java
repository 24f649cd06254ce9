package org.knightswatch.attempt;

/**
 * Somebody who wants in.
 *
 * @param there whether a page of the same attempt is there already; null: unknown
 * @param attempt the number of the only attempt that is meant; null: the next one where there is one, else the newest
 */
public record Newcomer(JoiningBrowser browser, PresenceState there, Integer attempt) {}
