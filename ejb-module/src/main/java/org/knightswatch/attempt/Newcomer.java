package org.knightswatch.attempt;

/**
 * Somebody who wants in.
 *
 * @param there whether a page of the same attempt is there already; null: unknown
 */
public record Newcomer(JoiningBrowser browser, PresenceState there) {}
