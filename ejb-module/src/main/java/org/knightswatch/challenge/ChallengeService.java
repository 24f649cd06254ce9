package org.knightswatch.challenge;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.recording.RowsChanged;

/** Tells pages what to show, and takes down what they say that they have shown. */
@Stateless
public class ChallengeService {

    /** A page shows it at its moment, for two seconds, and says so over a line that may be slow. */
    private static final Duration LATEST = Duration.ofSeconds(20);

    private static final Duration OFF = Duration.ofSeconds(5);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Challenges challenges;

    @Inject
    AttemptService attempts;

    @Inject
    ExamService exams;

    @Inject
    ServerClock clock;

    @Inject
    Event<RowsChanged> changed;

    /** What the page of this attempt is to be told of now; empty most of the time, and while it does not run. */
    public Optional<Challenge> soon(AttemptId id) {
        return challenges.soon(id).filter(challenge -> attempts.find(id)
                .filter(ChallengeService::runs)
                .isPresent());
    }

    /** The page of this attempt has shown the one of this moment. Saying it again changes nothing. */
    public void shown(AttemptId id, Instant moment, Shown shown) {
        Instant now = clock.instant();
        AttemptView attempt = attempts.require(id);
        Challenge challenge = challenges
                .at(id, moment)
                .filter(known -> runs(attempt)
                        && !now.isBefore(known.at())
                        && now.isBefore(known.at().plus(LATEST))
                        && Duration.between(known.at(), shown.at()).abs().compareTo(OFF) < 0)
                .orElseThrow(() ->
                        FieldProblem.of("at", ProblemCode.FIELD_UNREADABLE).asException());
        if (of(id).stream().noneMatch(known -> known.at().equals(moment))) {
            List<Track> tracks = exams.require(attempt.exam()).tracks();
            Shown seen = new Shown(
                    shown.at(),
                    shown.tone() && tracks.contains(Track.CAMERA),
                    shown.colour() && tracks.contains(Track.SCREEN));
            entities.persist(new ShownChallenge(id, challenge, seen, now));
            changed.fire(new RowsChanged(id));
        }
    }

    /** All of an attempt, in order. */
    public List<ChallengeView> of(AttemptId id) {
        return entities.createQuery(
                        "select c from ShownChallenge c where c.attemptId = :attempt order by c.moment",
                        ShownChallenge.class)
                .setParameter("attempt", id.value())
                .getResultStream()
                .map(ShownChallenge::view)
                .toList();
    }

    /** What was recorded of an attempt is gone, and this with it. */
    public void forget(AttemptId id) {
        entities.createQuery("delete from ShownChallenge c where c.attemptId = :attempt")
                .setParameter("attempt", id.value())
                .executeUpdate();
    }

    private static boolean runs(AttemptView attempt) {
        return attempt.state() == AttemptState.RUNNING;
    }
}
