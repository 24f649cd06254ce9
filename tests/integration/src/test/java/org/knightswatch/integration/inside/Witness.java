package org.knightswatch.integration.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.knightswatch.attempt.AttemptEnded;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.ExamCreated;
import org.knightswatch.exam.ExamId;
import org.knightswatch.room.ProctorsReseated;

/** Sees, in the WAR, what the EJB module says that it did. */
@ApplicationScoped
public class Witness {

    private final List<ExamId> during = new CopyOnWriteArrayList<>();
    private final List<ExamId> afterSuccess = new CopyOnWriteArrayList<>();
    private final List<AttemptId> ended = new CopyOnWriteArrayList<>();
    private final List<ExamId> reseated = new CopyOnWriteArrayList<>();

    void during(@Observes ExamCreated event) {
        during.add(event.exam());
    }

    void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) ExamCreated event) {
        afterSuccess.add(event.exam());
    }

    void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) AttemptEnded event) {
        ended.add(event.place().attempt());
    }

    void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProctorsReseated event) {
        reseated.add(event.exam());
    }

    /** How often an attempt was said to have ended. */
    public long endingsOf(AttemptId attempt) {
        return ended.stream().filter(attempt::equals).count();
    }

    /** How often proctors of an exam were said to sit elsewhere. */
    public long reseatingsOf(ExamId exam) {
        return reseated.stream().filter(exam::equals).count();
    }

    public boolean heardOf(ExamId exam) {
        return during.contains(exam);
    }

    public boolean sawCommitted(ExamId exam) {
        return afterSuccess.contains(exam);
    }
}
