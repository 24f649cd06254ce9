package org.knightswatch.attempt;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.ServerClock;

/**
 * What a page tells of its own devices while it happens. All of it is written down; what a proctor should look at raises
 * a flag as well.
 */
@Stateless
public class ToldFacts {

    /** Somebody who stops and starts again and again is one matter. */
    private static final Duration ONE_MATTER = Duration.ofMinutes(5);

    @Inject
    Sightings sightings;

    @Inject
    ServerClock clock;

    @Inject
    Event<Suspicion> suspicions;

    public void told(AttemptId attempt, SightingKind kind, Track track, String detail) {
        sightings.note(attempt, kind, track, detail);
        concern(kind, track).ifPresent(concern -> suspicions.fire(concern.of(attempt, clock.instant(), detail)));
    }

    static Optional<Concern> concern(SightingKind kind, Track track) {
        return Optional.ofNullable(
                switch (kind) {
                    case DEVICE_ENDED -> track == Track.SCREEN ? Concern.SCREEN_NOT_SHARED : null;
                    case DEVICE_DENIED ->
                        track == Track.SCREEN ? Concern.SCREEN_NOT_SHARED : Concern.CAMERA_NOT_ALLOWED;
                    case VIRTUAL_CAMERA -> Concern.VIRTUAL_CAMERA;
                    case STORAGE_LOW -> Concern.STORAGE_LOW;
                    case STORAGE_FULL -> Concern.STORAGE_FULL;
                    default -> null;
                });
    }

    /** A reason of a flag, and how grave it is: all of these want a look, none is a verdict. */
    enum Concern {
        SCREEN_NOT_SHARED(0.5),
        CAMERA_NOT_ALLOWED(0.5),
        STORAGE_LOW(0.4),
        STORAGE_FULL(0.6),
        VIRTUAL_CAMERA(0.3);

        private final double severity;

        Concern(double severity) {
            this.severity = severity;
        }

        private Suspicion of(AttemptId attempt, Instant at, String detail) {
            long matter = at.getEpochSecond() / ONE_MATTER.toSeconds();
            boolean hint = this == VIRTUAL_CAMERA;
            String once = hint ? name() : name() + " " + matter; // Each page of the attempt tells it anew
            return new Suspicion(attempt, at, severity, name(), "attempt.devices", hint ? detail : null, once);
        }
    }
}
