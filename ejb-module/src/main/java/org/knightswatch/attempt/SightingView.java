package org.knightswatch.attempt;

import java.time.Instant;
import org.knightswatch.exam.Track;

/** What the server saw; track and detail may be null. */
public record SightingView(Instant at, SightingKind kind, Track track, String detail) {}
