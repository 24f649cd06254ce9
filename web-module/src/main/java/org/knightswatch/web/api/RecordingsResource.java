package org.knightswatch.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.Scope;
import org.knightswatch.kernel.Page;
import org.knightswatch.recording.CompletenessRow;
import org.knightswatch.recording.CompletenessService;
import org.knightswatch.wall.ExamOverview;
import org.knightswatch.wall.OverviewRows.RecordingLine;
import org.knightswatch.web.security.Caller;

/** How complete the recordings of an exam are: as a list that is judged afresh, or as one table of all of them. */
@Path("/exams/{code}/recordings")
@RequestScoped
@RolesAllowed({Role.IS_SERVICE, Role.IS_ADMINISTRATOR, Role.IS_REVIEWER})
@Tag(name = "Exams")
public class RecordingsResource {

    private static final int AT_ONCE = 1_000;

    @Inject
    ExamService exams;

    @Inject
    ExamOverview overview;

    @Inject
    CompletenessService completeness;

    @Inject
    Caller caller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How complete every recording is.")
    public Page<RecordingLine> list(@PathParam("code") ExamCode code, @BeanParam Paging paging) {
        return overview.recordings(exam(code), paging.request());
    }

    @GET
    @Produces("text/csv;qs=0.5")
    public Response csv(@PathParam("code") ExamCode code) {
        ExamView exam = exam(code);
        StreamingOutput csv = out -> {
            try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                writer.write(RecordingsCsv.HEADER);
                List<UUID> all = completeness.all(exam.id());
                for (int from = 0; from < all.size(); from += AT_ONCE) {
                    List<UUID> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
                    for (CompletenessRow row : completeness.rows(some)) {
                        writer.write(RecordingsCsv.line(row));
                    }
                }
            }
        };
        return Response.ok(csv)
                .header("Content-Disposition", "attachment; filename=\"recordings-" + exam.code() + ".csv\"")
                .build();
    }

    private ExamView exam(ExamCode code) {
        return exams.require(code, caller.reach(Scope.ATTEMPTS));
    }
}
