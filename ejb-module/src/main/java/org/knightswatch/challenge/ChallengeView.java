package org.knightswatch.challenge;

import java.time.Instant;
import java.util.UUID;

/**
 * What a page said that it has shown, and what the archiver found of it.
 *
 * @param at the moment of chance
 * @param shownAt when it was shown, as the page says
 * @param acknowledgedAt when the page said so
 */
public record ChallengeView(
        UUID id,
        Instant at,
        Instant shownAt,
        Instant acknowledgedAt,
        Tone tone,
        Colour colour,
        Outcome toneFound,
        Outcome colourFound) {}
