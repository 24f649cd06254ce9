package org.knightswatch.integration.inside;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.audit.AuditRow;
import org.knightswatch.audit.AuditSealer;
import org.knightswatch.audit.AuditTrail;
import org.knightswatch.exam.ExamView;
import org.knightswatch.kernel.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** What was done is written down with it, sealed by the timer, and can't be changed without a trace. */
@ExtendWith(ArquillianExtension.class)
class AuditIT {

    @Resource(lookup = "java:jboss/datasources/KnightsWatch")
    DataSource database;

    @Inject
    Exams exams;

    @Inject
    AuditTrail trail;

    @Inject
    AuditSealer sealer;

    @Test
    void sealsWhatWasWrittenDown() {
        AuditRow entry = sealed(exams.make());
        assertThat(entry.action()).isEqualTo("EXAM_CREATED");
        assertThat(sealer.firstBroken()).isEmpty();
    }

    @Test
    void noticesAnEntryThatWasChanged() throws SQLException {
        AuditRow entry = sealed(exams.make());
        change(entry, "EXAM_DELETED");
        assertThat(sealer.firstBroken()).contains(entry.seal());
        change(entry, entry.action());
        assertThat(sealer.firstBroken()).isEmpty();
    }

    private AuditRow sealed(ExamView exam) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> trail.list(exam.code().value(), PageRequest.first(1))
                                .items()
                                .get(0),
                        entry -> entry.seal() != null);
    }

    private void change(AuditRow entry, String action) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("update audit_entry set action = ? where id = ?")) {
            statement.setString(1, action);
            statement.setLong(2, entry.id());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
