package org.knightswatch.exam;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.media.MediaProviders;

/** Makes and changes exams. */
@Stateless
public class ExamService {

    @PersistenceContext
    EntityManager entities;

    @Inject
    MediaProviders providers;

    @Inject
    EnvironmentService environments;

    @Inject
    ConsentTexts consentTexts;

    @Inject
    StandardConsent standardConsent;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    @Inject
    Event<ExamCreated> created;

    @Inject
    Event<ExamChanged> changed;

    public ExamView create(ExamDraft draft, Reach reach) {
        ExamPlan plan = ExamPlan.of(draft, providers.ids());
        Environment environment = environments.within(reach, plan.environment());
        if (findRow(plan.code()).isPresent()) {
            throw FieldProblem.of("code", ProblemCode.EXAM_CODE_TAKEN, plan.code())
                    .asException();
        }
        Exam exam = new Exam(plan, environment, clock.instant());
        ConsentDraft consent = draft.consent() == null
                ? standardConsent.draft(plan.tracks())
                : draft.consent().checked();
        exam.agreeTo(consent.version());
        entities.persist(exam);
        consentTexts.keep(exam.id(), consent);
        entities.flush();
        audit.fire(AuditFact.of("EXAM_CREATED", "exam:" + plan.code()));
        created.fire(new ExamCreated(exam.view().id()));
        return exam.view();
    }

    /** Changes an exam. Without a consent text the one in force stays; open rooms keep their size. */
    public ExamView change(ExamCode code, ExamDraft draft, Reach reach) {
        return change(code, draft, reach, null);
    }

    /** Like {@link #change(ExamCode, ExamDraft, Reach)}, but only if nobody changed it since the caller read it. */
    public ExamView change(ExamCode code, ExamDraft draft, Reach reach, Long readVersion) {
        Exam exam = requireRow(code, reach);
        requireUnchanged(exam, readVersion);
        ExamPlan plan = ExamPlan.of(draft, providers.ids());
        if (!exam.isCalled(plan.code())) {
            throw FieldProblem.of("code", ProblemCode.EXAM_CODE_FIXED).asException();
        }
        exam.follow(plan, environments.within(reach, plan.environment()));
        if (draft.consent() != null) {
            agree(exam, draft.consent());
        }
        entities.flush();
        audit.fire(AuditFact.of("EXAM_CHANGED", "exam:" + plan.code()));
        changed.fire(new ExamChanged(exam.view().id()));
        return exam.view();
    }

    /** Puts another consent text in force. Who agreed to an older one is asked again at the next join. */
    public ExamView changeConsent(ExamCode code, ConsentDraft consent, Reach reach, Long readVersion) {
        Exam exam = requireRow(code, reach);
        requireUnchanged(exam, readVersion);
        agree(exam, consent);
        entities.flush();
        audit.fire(AuditFact.of("CONSENT_CHANGED", "exam:" + code).saying("version " + exam.consentVersion()));
        changed.fire(new ExamChanged(exam.view().id()));
        return exam.view();
    }

    public void learnFraming(ExamId id, String ofUrl, Framing framing) {
        Exam exam = entities.find(Exam.class, id.value());
        if (exam != null && ofUrl.equals(exam.view().examUrl())) {
            exam.learnFraming(framing);
        }
    }

    public ExamView require(ExamCode code, Reach reach) {
        return requireRow(code, reach).view();
    }

    public ExamView require(ExamId id) {
        return Optional.ofNullable(entities.find(Exam.class, id.value()))
                .map(Exam::view)
                .orElseThrow(() -> new ProctoringException(ProblemCode.EXAM_UNKNOWN, id));
    }

    private void agree(Exam exam, ConsentDraft draft) {
        ConsentDraft consent = draft.checked();
        consentTexts.keep(exam.id(), consent);
        exam.agreeTo(consent.version());
    }

    private static void requireUnchanged(Exam exam, Long readVersion) {
        if (readVersion != null && readVersion != exam.version()) {
            throw new ProctoringException(
                    ProblemCode.EXAM_CHANGED_MEANWHILE, exam.view().code());
        }
    }

    private Exam requireRow(ExamCode code, Reach reach) {
        return findRow(code)
                .filter(exam -> reach.includes(exam.environmentId()))
                .orElseThrow(() -> new ProctoringException(ProblemCode.EXAM_UNKNOWN, code));
    }

    private Optional<Exam> findRow(ExamCode code) {
        return entities.createQuery("select e from Exam e where e.codeKey = :key", Exam.class)
                .setParameter("key", code.key())
                .getResultStream()
                .findFirst();
    }
}
