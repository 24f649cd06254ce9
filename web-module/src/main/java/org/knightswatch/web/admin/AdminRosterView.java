package org.knightswatch.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import org.knightswatch.attempt.Allowances;
import org.knightswatch.attempt.FurtherAttempts;
import org.knightswatch.kernel.Page;
import org.knightswatch.roster.EnrolmentId;
import org.knightswatch.roster.EnrolmentService;
import org.knightswatch.roster.EnrolmentView;
import org.knightswatch.roster.RosterSettings;
import org.knightswatch.web.faces.Query;
import org.knightswatch.web.faces.Rows;
import org.knightswatch.web.faces.Toasts;

/** Who is expected in an exam, and who may sit it again. Importing is the page's script and the API's. */
@Named("adminRoster")
@ViewScoped
public class AdminRosterView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ExamHeadView head;

    @Inject
    EnrolmentService enrolments;

    @Inject
    Allowances allowances;

    @Inject
    RosterSettings settings;

    @Inject
    Toasts toasts;

    private final Rows<RosterLine> rows = new Rows<>(this::lines);
    private EnrolmentView chosen;
    private String reason;

    public void choose(EnrolmentView candidate) {
        chosen = candidate;
        reason = null;
    }

    public void allow() {
        FurtherAttempts now = allowances.allow(head.getExam(), chosen.id(), reason);
        toasts.say(
                "Attempt " + (now.taken() + 1) + " allowed for " + chosen.name(),
                "They begin it with the link that they have, while the exam is open.");
    }

    private Page<RosterLine> lines(Query query) {
        Page<EnrolmentView> found = enrolments.list(head.getExam().id(), query.part(), query.page());
        Map<EnrolmentId, FurtherAttempts> attempts = allowances.of(
                head.getExam(), found.items().stream().map(EnrolmentView::id).toList());
        return found.map(enrolment -> new RosterLine(enrolment, attempts.get(enrolment.id())));
    }

    public Rows<RosterLine> getRows() {
        return rows;
    }

    public int getMegabytes() {
        return settings.megabytes();
    }

    public EnrolmentView getChosen() {
        return chosen;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
