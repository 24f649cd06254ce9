package org.knightswatch.integration.inside;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.knightswatch.kernel.ServerClock;

/** What is not in the hands of those who call this server: time goes on, and other nodes act. Tests alone have this. */
@Path("/elsewhere")
@RequestScoped
@PermitAll
public class ElsewhereResource {

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
}
