package org.knightswatch.integration.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.knightswatch.exam.ExamCreated;
import org.knightswatch.exam.ExamId;

/** Sees, in the WAR, what the EJB module says that it did. */
@ApplicationScoped
public class Witness {

    private final List<ExamId> during = new CopyOnWriteArrayList<>();
    private final List<ExamId> afterSuccess = new CopyOnWriteArrayList<>();

    void during(@Observes ExamCreated event) {
        during.add(event.exam());
    }

    void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) ExamCreated event) {
        afterSuccess.add(event.exam());
    }

    public boolean heardOf(ExamId exam) {
        return during.contains(exam);
    }

    public boolean sawCommitted(ExamId exam) {
        return afterSuccess.contains(exam);
    }
}
