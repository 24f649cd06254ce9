package org.knightswatch.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.exam.ConsentTexts;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamDraft;
import org.knightswatch.exam.ExamPages;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.Scope;
import org.knightswatch.web.security.Caller;

/** Exams. */
@Path("/exams")
@RequestScoped
@RolesAllowed({Role.IS_SERVICE, Role.IS_ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exams")
public class ExamsResource {

    @Inject
    ExamService exams;

    @Inject
    ConsentTexts consentTexts;

    @Inject
    ExamPages pages;

    @Inject
    Caller caller;

    @POST
    @Operation(summary = "Make an exam; what is left out gets its default.")
    @APIResponse(responseCode = "201", description = "The exam as stored.")
    @APIResponse(responseCode = "409", description = "EXAM_CODE_TAKEN")
    public Response create(ExamDraft draft) {
        ExamView exam = pages.asked(exams.create(Bodies.require(draft), caller.reach(Scope.EXAMS)));
        return Response.created(URI.create("/api/v1/exams/" + exam.code()))
                .entity(json(exam))
                .build();
    }

    @GET
    @Path("{code}")
    @Operation(summary = "An exam.")
    public ExamJson get(@PathParam("code") ExamCode code) {
        return json(exams.require(code, caller.reach(Scope.EXAMS)));
    }

    @PUT
    @Path("{code}")
    @Operation(summary = "Change an exam. Rooms that are open keep their size; without a consent the old one stays.")
    public ExamJson change(@PathParam("code") ExamCode code, ExamDraft draft) {
        return json(pages.asked(exams.change(code, Bodies.require(draft), caller.reach(Scope.EXAMS))));
    }

    private ExamJson json(ExamView exam) {
        return ExamJson.of(exam, consentTexts.draft(exam));
    }
}
