package org.knightswatch.integration.inside;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.audit.AuditTrail;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Reach;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.kernel.ProctoringException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Events cross from the EJB module to the WAR, and what hangs on a transaction goes with it. */
@ExtendWith(ArquillianExtension.class)
class EventsIT {

    @Resource
    UserTransaction transaction;

    @Inject
    Exams exams;

    @Inject
    ExamService stored;

    @Inject
    Witness witness;

    @Inject
    AuditTrail trail;

    @Inject
    Event<AuditFact> audit;

    @Test
    void tellsTheWarOnlyAfterTheCommit() throws Exception {
        transaction.begin();
        ExamView exam = exams.make();
        assertThat(witness.heardOf(exam.id())).isTrue();
        assertThat(witness.sawCommitted(exam.id())).isFalse();
        transaction.commit();
        assertThat(witness.sawCommitted(exam.id())).isTrue();
    }

    @Test
    void tellsNobodyOfWhatWasRolledBack() throws Exception {
        transaction.begin();
        ExamView exam = exams.make();
        transaction.rollback();
        assertThat(witness.heardOf(exam.id())).isTrue();
        assertThat(witness.sawCommitted(exam.id())).isFalse();
        assertThat(trail.list(exam.code().value(), PageRequest.first(10)).total())
                .isZero();
    }

    @Test
    void doesNothingThatItCanNotWriteDown() throws Exception {
        transaction.begin();
        ExamView exam = exams.make();
        AuditFact unwritable = AuditFact.of("A".repeat(100), "exam:" + exam.code());
        assertThatThrownBy(() -> {
                    audit.fire(unwritable);
                    transaction.commit();
                })
                .isInstanceOf(Exception.class);
        rollBackWhatIsLeft();
        assertThatThrownBy(() -> stored.require(exam.code(), Reach.EVERYTHING)).isInstanceOf(ProctoringException.class);
    }

    private void rollBackWhatIsLeft() throws Exception {
        if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            transaction.rollback();
        }
    }
}
