package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.Suspicion;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.roster.EnrolmentService;

/** Announces and closes takes. Both may come late, and again. */
@Stateless
public class Takes {

    private static final int SUSPICIOUSLY_MANY = 64;
    private static final int MOST = 1_000;

    @PersistenceContext
    EntityManager entities;

    @Inject
    AttemptService attempts;

    @Inject
    ExamService exams;

    @Inject
    EnrolmentService enrolments;

    @Inject
    SegmentRows segments;

    @Inject
    HeldSegments held;

    @Inject
    Recordings recordings;

    @Inject
    ServerClock clock;

    @Inject
    Event<Suspicion> suspicions;

    @Inject
    Event<RowsChanged> rows;

    /** Answers whether the take is new; announcing it again in the same words is harmless. */
    public boolean announce(AttemptId id, TakeId takeId, TakeDraft draft) {
        AttemptView attempt = attempts.require(id);
        ExamView exam = exams.require(attempt.exam());
        TakeDrafts.check(draft, exam);
        recordings.requireKept(id);
        Optional<Take> known = find(id, takeId).or(() -> findAfterOthers(id, takeId, draft.track()));
        if (known.isPresent()) {
            if (!known.get().isSameAs(draft)) {
                throw new ProctoringException(ProblemCode.TAKE_DIFFERS, takeId);
            }
            return false;
        }
        if (of(id).stream().anyMatch(draft::precedes)) {
            recordings.rewritten(id, draft.track());
        }
        int number = count(id) + 1;
        if (number > MOST) {
            throw new ProctoringException(ProblemCode.TAKE_LIMIT, MOST);
        }
        Instant now = clock.instant();
        String prefix = SegmentKeys.prefix(
                exam, enrolments.require(attempt.enrolment()), attempt.number(), draft.track(), takeId);
        entities.persist(new Take(id, takeId, number, draft, prefix, now));
        entities.flush();
        recordings.judgeSoon(id, draft.track());
        rows.fire(new RowsChanged(id));
        suspect(attempt, draft, number, now);
        return true;
    }

    /** Closes a take. Answers its state and what is still missing of it. */
    public Closing close(AttemptId id, TakeId takeId, Integer last, CloseReason reason) {
        if (last == null || reason == null) {
            throw FieldProblem.of(last == null ? "lastSequence" : "reason", ProblemCode.FIELD_MISSING)
                    .asException();
        }
        recordings.requireKept(id);
        Take take = require(id, takeId);
        entities.refresh(take, LockModeType.PESSIMISTIC_WRITE);
        List<Integer> there = held.sequences(take.view());
        int highest = there.isEmpty() ? -1 : there.get(there.size() - 1);
        boolean possible = last >= highest && last < SegmentDraft.MOST_SEQUENCES;
        if (!possible && !take.view().isClosed()) {
            throw FieldProblem.of(
                            "lastSequence", ProblemCode.VALUE_OUT_OF_RANGE, highest, SegmentDraft.MOST_SEQUENCES - 1)
                    .asException();
        }
        take.close(last, reason, clock.instant());
        List<int[]> missing = Sequences.missing(there, last);
        if (missing.isEmpty()) {
            take.verifyFrom(clock.instant());
        }
        recordings.judgeSoon(id, take.view().track());
        rows.fire(new RowsChanged(id));
        return new Closing("CLOSED", missing);
    }

    /** The late window is over: what is open ends where it was held to, and nothing more of any take comes. */
    public void closeForGood(AttemptId id, Track track) {
        entities.createQuery(
                        "select t from Take t where t.attemptId = :attempt and t.track = :track"
                                + " and t.closedForGood = false",
                        Take.class)
                .setParameter("attempt", id.value())
                .setParameter("track", track)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(take -> {
                    if (!take.view().isClosed()) {
                        List<Integer> held = segments.sequences(take.view().key());
                        int highest = held.isEmpty() ? -1 : held.get(held.size() - 1);
                        take.close(highest, CloseReason.PAGE_LEFT, clock.instant());
                    }
                    take.closeForGood(clock.instant());
                });
    }

    public TakeView view(AttemptId id, TakeId takeId) {
        return require(id, takeId).view();
    }

    /** All takes of an attempt in the order in which they began. */
    public List<TakeView> of(AttemptId id) {
        return entities.createQuery(
                        "select t from Take t where t.attemptId = :attempt order by t.startedAt, t.number", Take.class)
                .setParameter("attempt", id.value())
                .getResultStream()
                .map(Take::view)
                .toList();
    }

    private void suspect(AttemptView attempt, TakeDraft draft, int number, Instant now) {
        if (number == SUSPICIOUSLY_MANY + 1) {
            suspicions.fire(suspicion(attempt, now, 0.5, "MANY_TAKES", "more than " + SUSPICIOUSLY_MANY));
        }
        if (attempt.isOver() && draft.startedAt().isAfter(attempt.endedAt())) {
            suspicions.fire(suspicion(attempt, now, 0.5, "RECORDED_AFTER_END", "take " + number));
        }
        if (draft.startedAt().isAfter(now.plusSeconds(60))) {
            suspicions.fire(suspicion(attempt, now, 0.6, "RECORDED_IN_FUTURE", "take " + number));
        }
    }

    private static Suspicion suspicion(AttemptView attempt, Instant at, double severity, String reason, String detail) {
        return new Suspicion(attempt.id(), at, severity, reason, "recording.takes", detail, reason + " " + detail);
    }

    private Take require(AttemptId attempt, TakeId take) {
        return find(attempt, take).orElseThrow(() -> new ProctoringException(ProblemCode.TAKE_UNKNOWN, take));
    }

    /** A page that was loaded anew says at once what its predecessor may just be saying. */
    private Optional<Take> findAfterOthers(AttemptId attempt, TakeId take, Track track) {
        recordings.requireUnsealed(attempt, track); // and keeps others out until we are done
        return find(attempt, take);
    }

    private Optional<Take> find(AttemptId attempt, TakeId take) {
        return entities.createQuery(
                        "select t from Take t where t.attemptId = :attempt and t.takeId = :take", Take.class)
                .setParameter("attempt", attempt.value())
                .setParameter("take", take.value())
                .getResultStream()
                .findFirst();
    }

    private int count(AttemptId attempt) {
        return entities.createQuery("select count(t) from Take t where t.attemptId = :attempt", Long.class)
                .setParameter("attempt", attempt.value())
                .getSingleResult()
                .intValue();
    }

    /** How far a take has come when it is closed. */
    public record Closing(String state, List<int[]> missing) {}
}
