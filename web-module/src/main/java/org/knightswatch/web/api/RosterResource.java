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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.Scope;
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

    /** What became of a roster. */
    public record RosterJson(int added, int updated, int unchanged, List<RejectedJson> rejected) {}

    /** A row that was not taken, and why. */
    public record RejectedJson(int line, String candidateId, String code, String message) {}
}
