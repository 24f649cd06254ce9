package org.knightswatch.transcript;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.ServerClock;

/** Copies the rows of an attempt, and puts them back where they are missing. */
@Stateless
public class TranscriptRows {

    private static final String JUDGE = "update recording set judge_at = ? where attempt_id = ? and sealing_at is null";
    private static final String SEALED = "select track from recording where attempt_id = ? and sealing_at is not null";

    @Resource(lookup = "java:jboss/datasources/KnightsWatch")
    DataSource database;

    @Inject
    ServerClock clock;

    public Transcript of(AttemptId attempt) {
        try (Connection connection = database.getConnection()) {
            RowReader reader = new RowReader(connection);
            Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
            for (CopiedTable table : CopiedTable.values()) {
                rows.put(table.table(), reader.read(table, attempt.value()));
            }
            return new Transcript(attempt, rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers how many rows were missing. What is sealed here is whole as it is and takes nothing. */
    public int restore(Transcript transcript) {
        try (Connection connection = database.getConnection()) {
            Set<String> sealed = sealed(connection, transcript.attempt());
            Set<String> whole = transcript.rows(CopiedTable.TAKE).stream()
                    .filter(take -> sealed.contains(take.get("track")))
                    .map(take -> take.get("id"))
                    .collect(Collectors.toSet());
            RowWriter writer = new RowWriter(connection);
            int added = 0;
            for (CopiedTable table : CopiedTable.values()) {
                added += writer.write(
                        table,
                        transcript.rows(table).stream()
                                .filter(row -> !whole.contains(row.get("take_id")) && !whole.contains(row.get("id")))
                                .toList());
            }
            if (added > 0) {
                judgeAnew(connection, transcript.attempt());
            }
            return added;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> sealed(Connection connection, UUID attempt) throws SQLException {
        Set<String> tracks = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(SEALED)) {
            statement.setObject(1, attempt);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    tracks.add(found.getString(1));
                }
            }
        }
        return tracks;
    }

    private void judgeAnew(Connection connection, UUID attempt) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(JUDGE)) {
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            statement.setObject(2, attempt);
            statement.executeUpdate();
        }
    }
}
