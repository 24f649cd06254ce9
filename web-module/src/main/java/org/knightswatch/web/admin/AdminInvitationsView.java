package org.knightswatch.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import org.knightswatch.roster.EnrolmentService;
import org.knightswatch.roster.EnrolmentView;
import org.knightswatch.web.api.InvitationLinks;
import org.knightswatch.web.faces.Rows;
import org.knightswatch.web.faces.Toasts;

/** The links that candidates get. */
@Named("adminInvitations")
@ViewScoped
public class AdminInvitationsView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ExamHeadView head;

    @Inject
    EnrolmentService enrolments;

    @Inject
    InvitationLinks links;

    @Inject
    HttpServletRequest request;

    @Inject
    Toasts toasts;

    private final Rows<InvitationRow> rows = new Rows<>(query ->
            enrolments.list(head.getExam().id(), query.part(), query.page()).map(this::row));
    private InvitationRow chosen;

    /** Makes the link of the chosen candidate anew: the one given out so far is worth nothing from now on. */
    public void reissue() {
        enrolments.reissueInvitation(chosen.enrolment());
        toasts.say("New link for " + chosen.name(), "The old one stopped working. Send them the new one.");
    }

    private InvitationRow row(EnrolmentView enrolment) {
        String url = links.of(enrolment, request).url();
        return new InvitationRow(
                enrolment.id(), enrolment.candidateId(), enrolment.name(), url, enrolment.generation());
    }

    public Rows<InvitationRow> getRows() {
        return rows;
    }

    public InvitationRow getChosen() {
        return chosen;
    }

    public void setChosen(InvitationRow chosen) {
        this.chosen = chosen;
    }
}
