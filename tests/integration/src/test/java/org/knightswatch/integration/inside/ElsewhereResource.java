package org.knightswatch.integration.inside;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.knightswatch.kernel.ServerClock;

/** What is not in the hands of those who call this server: time goes on, and other nodes act. Tests alone have this. */
@Path("/elsewhere")
@RequestScoped
@PermitAll
public class ElsewhereResource {

    private static final String EXAM = "(select id from exam where code = ?)";
    private static final String ATTEMPTS = "(select id from attempt where exam_id in " + EXAM + ")";
    private static final String ENROLMENTS = "(select id from enrolment where exam_id in " + EXAM + ")";

    private static final List<String> BELONGING = List.of(
            "segment where take_id in (select id from take where attempt_id in " + ATTEMPTS + ")",
            "take where attempt_id in " + ATTEMPTS,
            "recording_loss where recording_id in (select id from recording where attempt_id in " + ATTEMPTS + ")",
            "recording where attempt_id in " + ATTEMPTS,
            "flag where attempt_id in " + ATTEMPTS,
            "shown_challenge where attempt_id in " + ATTEMPTS,
            "sighting where attempt_id in " + ATTEMPTS,
            "attempt_pause where attempt_id in " + ATTEMPTS,
            "attempt_page where attempt_id in " + ATTEMPTS,
            "reconciliation where id in " + ATTEMPTS,
            "attempt where exam_id in " + EXAM,
            "seat where exam_id in " + EXAM,
            "proctor_seat where room_id in (select id from room where exam_id in " + EXAM + ")",
            "room where exam_id in " + EXAM,
            "consent_receipt where enrolment_id in " + ENROLMENTS,
            "enrolment where exam_id in " + EXAM,
            "roster_import where exam_id in " + EXAM,
            "consent_text where exam_id in " + EXAM,
            "exam where code = ?");

    @Resource(lookup = "java:jboss/datasources/KnightsWatch")
    DataSource database;

    @Inject
    ServerClock clock;

    @POST
    @Path("time/{by}")
    public void pass(@PathParam("by") String by) {
        clock.move(Duration.parse(by));
    }

    /** An operator says for how long what is missing may come. */
    @POST
    @Path("late-window/{window}")
    public void awaitLate(@PathParam("window") String window) {
        System.setProperty("knightswatch.recording.late-window", window);
    }

    /** An operator says how long segments stay beside the archive. */
    @POST
    @Path("segments-kept/{time}")
    public void keepSegments(@PathParam("time") String time) {
        System.setProperty("knightswatch.archive.segments-kept", time);
    }

    /** An operator has pages show tones and colours, so often. */
    @POST
    @Path("challenges/{every}")
    public void challenge(@PathParam("every") String every) {
        System.setProperty("knightswatch.challenge.every", every);
        System.setProperty("knightswatch.ffmpeg", "ffmpeg");
    }

    /** And no more. */
    @DELETE
    @Path("challenges")
    public void challengeNoMore() {
        System.clearProperty("knightswatch.challenge.every");
        System.clearProperty("knightswatch.ffmpeg");
    }

    /** Another node revokes an attempt's tokens: all that this one can know of it is the row. */
    @POST
    @Path("revocations/{attempt}")
    public void revoke(@PathParam("attempt") UUID attempt) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("update attempt set revoked_at = ? where id = ?")) {
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            statement.setObject(2, attempt);
            statement.executeUpdate();
        }
    }

    /** The database loses an exam and all that belongs to it. */
    @POST
    @Path("losses/{exam}")
    public void lose(@PathParam("exam") String exam) throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (String belonging : BELONGING) {
                try (PreparedStatement statement = connection.prepareStatement("delete from " + belonging)) {
                    statement.setString(1, exam);
                    statement.executeUpdate();
                }
            }
        }
    }
}
