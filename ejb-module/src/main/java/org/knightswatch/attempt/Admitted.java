package org.knightswatch.attempt;

/**
 * Somebody who joined.
 *
 * @param lease of the page
 * @param waits whether a proctor has to let the page in first: another browser holds the attempt
 */
public record Admitted(AttemptView attempt, long lease, boolean waits) {}
