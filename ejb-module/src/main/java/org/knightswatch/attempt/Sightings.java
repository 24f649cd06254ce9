package org.knightswatch.attempt;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.ServerClock;

/** Writes down what the server sees of attempts, and reads it back. */
@Stateless
public class Sightings {

    private static final int LONGEST_DETAIL = 500;

    @PersistenceContext
    EntityManager entities;

    @Inject
    ServerClock clock;

    public void note(AttemptId attempt, SightingKind kind) {
        note(attempt, kind, null, null);
    }

    /** What a page says about itself is cut to size, not refused: it is a hint. */
    public void note(AttemptId attempt, SightingKind kind, Track track, String detail) {
        String cut = detail == null || detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
        entities.persist(new Sighting(attempt, new SightingView(clock.instant(), kind, track, cut)));
    }

    /** All of an attempt, oldest first. */
    public List<SightingView> of(AttemptId attempt) {
        return entities.createQuery(
                        "select s from Sighting s where s.attemptId = :attempt order by s.at, s.id", Sighting.class)
                .setParameter("attempt", attempt.value())
                .getResultStream()
                .map(Sighting::view)
                .toList();
    }
}
