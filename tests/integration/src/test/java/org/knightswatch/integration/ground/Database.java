package org.knightswatch.integration.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.knightswatch.local.LocalPostgres;

/** What the server under test keeps its rows in. The whole suite runs once on each. */
interface Database extends AutoCloseable {

    /** The server's settings for a database of this name; a new and empty one for each name. */
    Map<String, String> settings(String name);

    @Override
    void close();

    /** By the name that the build gives each of its runs. */
    static Database start(String name) {
        return switch (name) {
            case "h2" -> new OnDisk();
            case "postgresql" -> new Postgres();
            default -> throw new IllegalStateException("There is no database '" + name + "'; take h2 or postgresql.");
        };
    }

    /** H2 in the data folder of each server, exactly as the server's own defaults have it. */
    final class OnDisk implements Database {

        @Override
        public Map<String, String> settings(String name) {
            return Map.of();
        }

        @Override
        public void close() {
            // It ends with the server
        }
    }

    /** Debian's PostgreSQL, in a cluster of its own. */
    final class Postgres implements Database {

        private final LocalPostgres server;

        private Postgres() {
            try {
                server = LocalPostgres.start(Files.createTempDirectory("knightswatch-postgres-"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Map<String, String> settings(String name) {
            Map<String, String> always = server.settings("postgres");
            try (Connection connection = DriverManager.getConnection(
                            always.get("knightswatch.db.url"),
                            always.get("knightswatch.db.user"),
                            always.get("knightswatch.db.password"));
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
                return server.settings(name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
