package org.knightswatch.integration.inside;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The suite runs once on each database: a server that was provisioned with other settings would take its own twice. */
@ExtendWith(ArquillianExtension.class)
class DatabaseIT {

    @Resource(lookup = "java:jboss/datasources/KnightsWatch")
    DataSource database;

    @Test
    void isTheOneOfThisRun() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName())
                    .isEqualToIgnoringCase(System.getProperty("knightswatch.test.database"));
        }
    }
}
