package org.knightswatch.transcript;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** A database of its own with our schema, and one attempt in it if it is wanted. */
final class Database {

    static final UUID ATTEMPT = new UUID(7, 1);

    private static final String TIME = "'2026-11-24 09:00:00.250+00'";

    private final JdbcDataSource source = new JdbcDataSource();

    Database() {
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    DataSource source() {
        return source;
    }

    Database run(String... statements) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String ask(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() ? answer.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An exam that was made by hand, as a roster for it may have been. */
    Database withExam(UUID id) {
        return run("insert into exam (id, code, code_key, environment_id, title, starts_at, ends_at, room_size,"
                + " proctors_per_room, seating, provider, takeover, screen_track, framing, consent_version, created_at,"
                + " version) values ('" + id
                + "', 'MATH-1', 'math-1', '00000000-0000-7000-8000-000000000001', 'Maths', "
                + TIME + ", " + TIME + ", 10, 1, 'FILL', 'direct', 'ALLOW', false, 'UNKNOWN', '1', " + TIME
                + ", 0)");
    }

    Database withAttempt() {
        return withExam(new UUID(7, 2)).run("runscript from 'classpath:org/knightswatch/transcript/attempt.sql'");
    }
}
