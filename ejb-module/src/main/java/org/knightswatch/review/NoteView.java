package org.knightswatch.review;

import java.time.Instant;
import java.util.UUID;

/** A note as others see it. */
public record NoteView(UUID id, Instant at, String text, String by) {}
