package org.knightswatch.challenge;

import java.time.Instant;

/**
 * What a page says of a challenge: a claim, like all that it says.
 *
 * @param at when the bar stood there, by the server's clock as the page knows it
 * @param tone whether the browser let it play
 * @param colour whether the page was in sight
 */
public record Shown(Instant at, boolean tone, boolean colour) {}
