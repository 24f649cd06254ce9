package org.knightswatch.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.knightswatch.roster.EnrolmentView;
import org.knightswatch.token.Invitations;
import org.knightswatch.web.security.SameOrigin;

/** Makes the links that candidates get. The invitation stands behind the #, so that no log and no Referer has it. */
@ApplicationScoped
public class InvitationLinks {

    @Inject
    Invitations invitations;

    @Inject
    SameOrigin origin;

    public Link of(EnrolmentView enrolment, HttpServletRequest request) {
        String invitation = invitations.derive(enrolment);
        return new Link(enrolment.candidateId(), invitation, origin.of(request) + "/candidate/exam#" + invitation);
    }

    /** A candidate's invitation. */
    public record Link(String candidateId, String invitation, String url) {}
}
