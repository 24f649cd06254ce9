package org.knightswatch.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.Scope;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.roster.EnrolmentService;
import org.knightswatch.web.security.Caller;

/** Invitations. Asking for them renews none. */
@Path("/exams/{code}/invitations")
@RequestScoped
@RolesAllowed({Role.IS_SERVICE, Role.IS_ADMINISTRATOR})
@Tag(name = "Exams")
public class InvitationsResource {

    @Inject
    ExamService exams;

    @Inject
    EnrolmentService enrolments;

    @Inject
    InvitationLinks links;

    @Inject
    Caller caller;

    @Context
    HttpServletRequest request;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The invitation of every candidate.")
    public Page<InvitationLinks.Link> list(@PathParam("code") ExamCode code, @BeanParam Paging paging) {
        ExamView exam = exams.require(code, caller.reach(Scope.EXAMS));
        return page(exam, paging.request());
    }

    @GET
    @Produces("text/csv;qs=0.5")
    public Response csv(@PathParam("code") ExamCode code) {
        ExamView exam = exams.require(code, caller.reach(Scope.EXAMS));
        StreamingOutput csv = out -> {
            try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                writer.write("candidate_id,invitation,url\r\n");
                int number = 0;
                Page<InvitationLinks.Link> page;
                do {
                    page = page(exam, PageRequest.of(number++, PageRequest.LARGEST));
                    for (InvitationLinks.Link link : page.items()) {
                        writer.write(link.candidateId() + "," + link.invitation() + "," + link.url() + "\r\n");
                    }
                } while ((long) number * PageRequest.LARGEST < page.total());
            }
        };
        return Response.ok(csv)
                .header("Content-Disposition", "attachment; filename=\"invitations-" + exam.code() + ".csv\"")
                .build();
    }

    private Page<InvitationLinks.Link> page(ExamView exam, PageRequest page) {
        return enrolments.list(exam.id(), "", page).map(enrolment -> links.of(enrolment, request));
    }
}
