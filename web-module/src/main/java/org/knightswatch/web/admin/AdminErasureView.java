package org.knightswatch.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.knightswatch.retention.Erasure;
import org.knightswatch.roster.EnrolmentView;
import org.knightswatch.web.faces.Toasts;
import org.knightswatch.web.security.Caller;

/** Erasing one candidate from an exam. Whoever means it types the candidate's id. */
@Named("adminErasure")
@ViewScoped
public class AdminErasureView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ExamHeadView head;

    @Inject
    Erasure erasure;

    @Inject
    Caller caller;

    @Inject
    Toasts toasts;

    private EnrolmentView chosen;
    private String confirmation;
    private String reason;

    public void choose(EnrolmentView candidate) {
        chosen = candidate;
        confirmation = null;
        reason = null;
    }

    public void erase() {
        int attempts = erasure.erase(head.getExam(), chosen.candidateId(), confirmation, reason, caller.staff());
        String more = attempts == 0 ? "Nothing was recorded." : "The recordings are purged within minutes.";
        toasts.say(chosen.candidateId() + " is erased", more);
    }

    public EnrolmentView getChosen() {
        return chosen;
    }

    public String getConfirmation() {
        return confirmation;
    }

    public void setConfirmation(String confirmation) {
        this.confirmation = confirmation;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
