package org.knightswatch.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.Scope;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.wall.ExamOverview;
import org.knightswatch.wall.OverviewRows.AttemptLine;
import org.knightswatch.wall.OverviewRows.RoomLine;
import org.knightswatch.web.security.Caller;

/** What goes on in an exam, as lists. */
@Path("/exams/{code}")
@RequestScoped
@RolesAllowed({Role.IS_SERVICE, Role.IS_ADMINISTRATOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exams")
public class ExamListsResource {

    @Inject
    ExamService exams;

    @Inject
    ExamOverview overview;

    @Inject
    Caller caller;

    @GET
    @Path("rooms")
    @Operation(summary = "Who sits where.")
    public Page<RoomLine> rooms(@PathParam("code") ExamCode code, @BeanParam Paging paging) {
        return overview.rooms(exam(code), paging.request());
    }

    @GET
    @Path("attempts")
    @Operation(summary = "All attempts, or those in one state.")
    public Page<AttemptLine> attempts(
            @PathParam("code") ExamCode code, @QueryParam("state") String state, @BeanParam Paging paging) {
        return overview.attempts(exam(code), state(state), paging.request());
    }

    private ExamView exam(ExamCode code) {
        return exams.require(code, caller.reach(Scope.ATTEMPTS));
    }

    private static Optional<AttemptState> state(String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(AttemptState.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> FieldProblem.of(
                                "state", ProblemCode.VALUE_UNKNOWN, text, Arrays.toString(AttemptState.values()))
                        .asException()));
    }
}
