package org.knightswatch.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.attempt.JoiningBrowser;
import org.knightswatch.consent.ConsentProof;
import org.knightswatch.consent.ReceiptView;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.token.JoinService;
import org.knightswatch.token.ResumeService;
import org.knightswatch.web.api.JoinJson.ConsentBody;
import org.knightswatch.web.api.JoinJson.InvitationBody;
import org.knightswatch.web.api.JoinJson.JoinBody;
import org.knightswatch.web.api.JoinJson.Joined;
import org.knightswatch.web.api.JoinJson.Opened;
import org.knightswatch.web.api.JoinJson.Receipt;
import org.knightswatch.web.api.JoinJson.ResumeBody;
import org.knightswatch.web.api.JoinJson.Resumed;

/** What a candidate does with nothing but the invitation. It is in the body, never in an address. */
@Path("/")
@RequestScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Taking part")
public class JoinResource {

    @Inject
    CandidateEntrance entrance;

    @Inject
    JoinService joins;

    @Inject
    ResumeService resumes;

    @Inject
    HttpServletRequest request;

    @POST
    @Path("invitations/open")
    @Operation(summary = "What an invitation is for, and what the candidate is asked to agree to.")
    @APIResponse(responseCode = "404", description = "INVITATION_UNKNOWN")
    public Opened open(InvitationBody body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        return entrance.open(invitation(Bodies.require(body).invitation()), languages);
    }

    @POST
    @Path("consents")
    @Operation(summary = "Agree to the text with this digest, before the camera is asked for.")
    public Response consent(ConsentBody body) {
        ConsentBody said = Bodies.require(body);
        if (!Boolean.TRUE.equals(said.accepted())) {
            throw FieldProblem.of("accepted", ProblemCode.CONSENT_REQUIRED).asException();
        }
        ReceiptView receipt = entrance.accept(invitation(said.invitation()), said);
        return Response.status(Response.Status.CREATED)
                .entity(new Receipt(receipt.id().toString(), receipt.at()))
                .build();
    }

    @POST
    @Path("join")
    @Operation(
            summary =
                    "Join. Repeatable: the same attempt, the same seat, another token. AWAITING: ask again until let in.",
            description = "After an attempt that is over it begins the next one, where there is one."
                    + " With the number of an attempt it goes on with that one, or is refused.")
    @APIResponse(responseCode = "403", description = "EXAM_NOT_OPEN, CONSENT_REQUIRED, TAKEOVER_REFUSED")
    @APIResponse(responseCode = "404", description = "INVITATION_UNKNOWN, ATTEMPT_UNKNOWN")
    @APIResponse(responseCode = "409", description = "ATTEMPT_ENDED")
    public Joined join(JoinBody body, @HeaderParam(HttpHeaders.USER_AGENT) String agent) {
        JoinBody said = Bodies.require(body);
        JoiningBrowser browser = JoiningBrowser.of(said.browser(), agent, request.getRemoteAddr());
        return Joined.of(joins.join(invitation(said.invitation()), proof(said.consent()), browser, said.attempt()));
    }

    @POST
    @Path("resume")
    @Operation(summary = "A token for finishing uploads, during the exam and the whole late window.")
    public Resumed resume(ResumeBody body) {
        ResumeBody said = Bodies.require(body);
        return Resumed.of(resumes.resume(invitation(said.invitation()), said.attempt()));
    }

    private static String invitation(String text) {
        if (text == null) {
            throw FieldProblem.of("invitation", ProblemCode.FIELD_MISSING).asException();
        }
        return text;
    }

    private static ConsentProof proof(JoinJson.Consent consent) {
        if (consent == null) {
            return null;
        }
        return new ConsentProof(
                consent.receiptId() == null ? null : receiptId(consent.receiptId()),
                consent.version(),
                consent.language(),
                consent.accepted());
    }

    private static UUID receiptId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }
}
