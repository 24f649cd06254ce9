package org.knightswatch.review;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.knightswatch.attempt.AttemptErased;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.identity.StaffId;
import org.knightswatch.identity.StaffService;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.PlainText;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;

/** Takes down what reviewers note and decide. */
@Stateless
public class ReviewService {

    private static final int LONGEST_REASON = 4_000;
    private static final int LONGEST_NOTE = 2_000;

    @PersistenceContext
    EntityManager entities;

    @Inject
    AttemptService attempts;

    @Inject
    StaffService staff;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    public ReviewView of(AttemptId attempt) {
        attempts.require(attempt);
        Review review = entities.find(Review.class, attempt.value());
        return review == null
                ? new ReviewView(attempt, null, null, null, null, 0)
                : review.view(name(review.reviewer()));
    }

    /** A verdict needs a reason; {@code readVersion} is of the review that the reviewer saw. */
    public ReviewView decide(AttemptId attempt, Verdict verdict, String reason, StaffView by, long readVersion) {
        if (verdict == null) {
            throw FieldProblem.of("verdict", ProblemCode.FIELD_MISSING).asException();
        }
        if (reason == null || reason.isBlank()) {
            throw FieldProblem.of("reason", ProblemCode.VERDICT_REASON_MISSING).asException();
        }
        String why = PlainText.lines("reason", reason, LONGEST_REASON);
        attempts.require(attempt);
        Review review = entities.find(Review.class, attempt.value());
        if (review == null) {
            review = new Review(attempt);
            entities.persist(review);
        } else if (review.version() != readVersion) {
            throw new ProctoringException(ProblemCode.VERDICT_CHANGED_MEANWHILE);
        }
        Verdict before = review.verdict();
        review.decide(verdict, why, by.id(), clock.instant());
        entities.flush();
        audit.fire(AuditFact.of("VERDICT_" + verdict, "attempt:" + attempt)
                .saying((before == null ? "" : "before: " + before + "; ") + why));
        return review.view(by.displayName());
    }

    public NoteView note(AttemptId attempt, Instant at, String text, StaffView by) {
        if (at == null) {
            throw FieldProblem.of("at", ProblemCode.FIELD_MISSING).asException();
        }
        if (text == null || text.isBlank()) {
            throw FieldProblem.of("text", ProblemCode.NOTE_EMPTY).asException();
        }
        attempts.require(attempt);
        ReviewNote note = new ReviewNote(attempt, at, PlainText.lines("text", text, LONGEST_NOTE), by, clock.instant());
        entities.persist(note);
        audit.fire(AuditFact.of("NOTE_WRITTEN", "attempt:" + attempt));
        return note.view(by.displayName());
    }

    /** What reviewers wrote goes; the verdict stays. */
    public void onErased(@Observes AttemptErased event) {
        for (String erasure : List.of(
                "update ReviewNote n set n.body = :words where n.attemptId = :attempt",
                "update Review r set r.reason = :words where r.attemptId = :attempt and r.reason is not null")) {
            entities.createQuery(erasure)
                    .setParameter("words", AttemptErased.WORDS)
                    .setParameter("attempt", event.attempt().value())
                    .executeUpdate();
        }
    }

    /** All notes of an attempt in the order of their moments. */
    public List<NoteView> notes(AttemptId attempt) {
        return entities.createQuery(
                        "select n from ReviewNote n where n.attemptId = :attempt order by n.at, n.id", ReviewNote.class)
                .setParameter("attempt", attempt.value())
                .getResultStream()
                .map(note -> note.view(name(new StaffId(note.staff()))))
                .toList();
    }

    private String name(StaffId id) {
        return id == null ? null : staff.find(id).map(StaffView::displayName).orElse(null);
    }
}
