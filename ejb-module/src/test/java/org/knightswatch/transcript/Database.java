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

    private static final String TIMES = "'2026-11-24 09:00:00.250+00'";

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
                + TIMES + ", " + TIMES + ", 10, 1, 'FILL', 'direct', 'ALLOW', false, 'UNKNOWN', '1', " + TIMES
                + ", 0)");
    }

    Database withAttempt() {
        UUID exam = new UUID(7, 2);
        UUID room = new UUID(7, 3);
        UUID enrolment = new UUID(7, 4);
        UUID take = new UUID(7, 5);
        return withExam(exam)
                .run(
                        "insert into room (id, exam_id, number, capacity, proctor_capacity, opened_at, media_state)"
                                + values(room, exam, 1, 10, 1, TIMES, "'PENDING'"),
                        "insert into enrolment (id, exam_id, candidate_id, name, email, invitation_generation, created_at,"
                                + " version)"
                                + values(enrolment, exam, "'C-17'", "'Ada Byron'", "'ada@example.org'", 2, TIMES, 0),
                        "insert into attempt (id, exam_id, enrolment_id, room_id, seat_number, number, state, joined_at,"
                                + " ended_at, extra_seconds, lease, holding_lease, bytes_promised, version)"
                                + values(
                                        ATTEMPT,
                                        exam,
                                        enrolment,
                                        room,
                                        1,
                                        1,
                                        "'COMPLETED'",
                                        TIMES,
                                        TIMES,
                                        0,
                                        1,
                                        1,
                                        9,
                                        3),
                        "insert into attempt_pause (attempt_id, position, from_at, by_whom, reason)"
                                + values(ATTEMPT, 0, TIMES, "'staff:r.okonjo'", "'fire alarm'"),
                        "insert into sighting (id, attempt_id, at, kind, track, detail)"
                                + values(
                                        new UUID(7, 6),
                                        ATTEMPT,
                                        TIMES,
                                        "'DEVICE_ENDED'",
                                        "'CAMERA'",
                                        "'Ada''s camera'"),
                        "insert into recording (id, attempt_id, track, state, recorded_millis, expected_millis, gap_count,"
                                + " judged_at, playlist_version, verified, version)"
                                + values(
                                        new UUID(7, 8),
                                        ATTEMPT,
                                        "'CAMERA'",
                                        "'COMPLETE'",
                                        4000,
                                        4000,
                                        0,
                                        TIMES,
                                        2,
                                        true,
                                        1),
                        "insert into take (id, attempt_id, take_id, number, track, mime_type, slice_millis, object_prefix,"
                                + " started_at, announced_at, promised_through, verify_tries, version)"
                                + values(
                                        take,
                                        ATTEMPT,
                                        new UUID(7, 9),
                                        1,
                                        "'CAMERA'",
                                        "'video/mp4'",
                                        100,
                                        "'p/'",
                                        TIMES,
                                        TIMES,
                                        1,
                                        0,
                                        1),
                        "insert into segment (take_id, sequence, bytes, sha256, start_millis, duration_millis, held_at)"
                                + values(take, 0, 700, "'ab'", 0, 0, TIMES),
                        "insert into segment (take_id, sequence, bytes, sha256, start_millis, duration_millis, held_at)"
                                + values(take, 1, 2001, "'cd'", 0, 4000, TIMES));
    }

    private static String values(Object... values) {
        StringBuilder text = new StringBuilder(" values (");
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ").append(values[i] instanceof UUID id ? "'" + id + "'" : values[i]);
        }
        return text.append(')').toString();
    }
}
