package org.knightswatch.copy;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamService;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.recording.Recordings;
import org.knightswatch.recording.RowsChanged;

/**
 * Takes in what others recorded: a provider's adapter, a partner's program or an administrator tells of a file, and the
 * archiver fetches it. Telling again in the same words is harmless.
 */
@Stateless
public class Copies {

    private static final int MOST = 20;

    @PersistenceContext
    EntityManager entities;

    @Inject
    CopyRows rows;

    @Inject
    AttemptService attempts;

    @Inject
    ExamService exams;

    @Inject
    Recordings recordings;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    @Inject
    Event<RowsChanged> changed;

    /** Notes a file that is to be fetched. */
    public Announced announce(AttemptId id, CopyDraft draft) {
        AttemptView attempt = attempts.require(id);
        draft.check(attempt, exams.require(attempt.exam()), clock.instant());
        recordings.requireKept(id);
        Optional<RecordingCopy> known = find(id, draft.object()).or(() -> findAfterOthers(attempt, draft));
        if (known.isPresent()) {
            if (!known.get().isSameAs(draft)) {
                throw new ProctoringException(ProblemCode.COPY_DIFFERS, draft.object());
            }
            return new Announced(known.get().view(), false);
        }
        List<CopyView> others = rows.of(id);
        if (others.size() >= MOST) {
            throw new ProctoringException(ProblemCode.COPY_LIMIT, MOST);
        }
        long before =
                others.stream().filter(other -> other.track() == draft.track()).count();
        RecordingCopy copy = new RecordingCopy(id, (int) before + 1, draft, clock.instant());
        entities.persist(copy);
        entities.flush();
        changed.fire(new RowsChanged(id));
        audit.fire(AuditFact.of("COPY_ANNOUNCED", "attempt:" + id)
                .saying(draft.track().word() + ", " + draft.source() + ": " + draft.object()));
        return new Announced(copy.view(), true);
    }

    /** All that we were told of, in that order. */
    public List<CopyView> of(AttemptId id) {
        attempts.require(id);
        return rows.of(id);
    }

    /** Two may tell of the same file at once, or of two. */
    private Optional<RecordingCopy> findAfterOthers(AttemptView attempt, CopyDraft draft) {
        if (attempt.startedAt() == null) {
            throw new ProctoringException(ProblemCode.ATTEMPT_ACTION_REFUSED, "A copy", attempt.state());
        }
        recordings.requireUnsealed(attempt.id(), draft.track()); // and keeps seal and purge out until we are done
        recordings.requireKept(attempt.id());
        return find(attempt.id(), draft.object());
    }

    private Optional<RecordingCopy> find(AttemptId attempt, String object) {
        return entities.createQuery(
                        "select c from RecordingCopy c where c.attemptId = :attempt and c.objectKey = :object",
                        RecordingCopy.class)
                .setParameter("attempt", attempt.value())
                .setParameter("object", object)
                .getResultStream()
                .findFirst();
    }

    /**
     * What came of telling.
     *
     * @param isNew it was not known before
     */
    public record Announced(CopyView copy, boolean isNew) {}
}
