package org.knightswatch.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.attempt.Allowances;
import org.knightswatch.attempt.FurtherAttempts;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.Scope;
import org.knightswatch.roster.EnrolmentService;
import org.knightswatch.roster.EnrolmentView;
import org.knightswatch.roster.RosterOutcome;
import org.knightswatch.roster.RosterProgress;
import org.knightswatch.roster.RosterService;
import org.knightswatch.web.problem.ProblemTexts;
import org.knightswatch.web.security.Caller;

/** Rosters. */
@Path("/exams/{code}/roster")
@RequestScoped
@RolesAllowed({Role.IS_SERVICE, Role.IS_ADMINISTRATOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exams")
public class RosterResource {

    @Inject
    RosterService rosters;

    @Inject
    ExamService exams;

    @Inject
    EnrolmentService enrolments;

    @Inject
    Allowances allowances;

    @Inject
    ProblemTexts texts;

    @Inject
    Caller caller;

    @POST
    @Consumes("text/csv")
    @Operation(
            summary = "Import a roster.",
            description = "UTF-8, header candidate_id,name,email,group. Good rows are taken, bad ones named.")
    public RosterJson importCsv(@PathParam("code") ExamCode code, InputStream csv) {
        ExamView exam = exams.require(code, caller.reach(Scope.EXAMS));
        RosterOutcome outcome = rosters.importCsv(exam.id(), csv);
        return new RosterJson(
                outcome.added(),
                outcome.updated(),
                outcome.unchanged(),
                outcome.rejected().stream()
                        .map(row -> new RejectedJson(
                                row.line(),
                                row.candidateId(),
                                row.code().name(),
                                texts.of(row.code(), row.arguments())))
                        .toList());
    }

    @GET
    @Path("progress")
    @Operation(summary = "How far the newest import has come.")
    public RosterProgress progress(@PathParam("code") ExamCode code) {
        ExamView exam = exams.require(code, caller.reach(Scope.EXAMS));
        return rosters.progress(exam.id()).orElse(new RosterProgress(0, 0, true));
    }

    @POST
    @Path("{candidateId}/attempts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Allow a candidate one more attempt.",
            description = "After the newest one is over, and for any reason that it ended. One at a time.")
    @APIResponse(responseCode = "404", description = "EXAM_UNKNOWN, CANDIDATE_UNKNOWN")
    @APIResponse(responseCode = "409", description = "ATTEMPT_NOT_OVER, ATTEMPT_ALLOWED_ALREADY")
    public AttemptsJson allow(
            @PathParam("code") ExamCode code, @PathParam("candidateId") String candidateId, AllowanceBody body) {
        ExamView exam = exams.require(code, caller.reach(Scope.EXAMS));
        EnrolmentView enrolment = enrolments.require(exam.id(), candidateId);
        FurtherAttempts now =
                allowances.allow(exam, enrolment.id(), Bodies.require(body).reason());
        return new AttemptsJson(enrolment.candidateId(), now.allowed(), now.taken());
    }

    /** Why somebody is allowed another attempt. */
    public record AllowanceBody(String reason) {}

    /** How many attempts a candidate may have in all, and how many were taken. */
    public record AttemptsJson(String candidateId, int attempts, int taken) {}

    /** What became of a roster. */
    public record RosterJson(int added, int updated, int unchanged, List<RejectedJson> rejected) {}

    /** A row that was not taken, and why. */
    public record RejectedJson(int line, String candidateId, String code, String message) {}
}
