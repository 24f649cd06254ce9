package org.knightswatch.challenge;

import java.time.Instant;

/** What a page is to show, and when. */
public record Challenge(Instant at, Tone tone, Colour colour) {}
