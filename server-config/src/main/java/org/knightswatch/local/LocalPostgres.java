package org.knightswatch.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real PostgreSQL for a test, in a cluster of its own that is thrown away when it ends. */
public final class LocalPostgres implements AutoCloseable {

    private static final String USER = "knightswatch";
    private static final String PASSWORD = "of-this-machine-alone";

    private final LocalProcess process;
    private final int port;

    private LocalPostgres(LocalProcess process, int port) {
        this.process = process;
        this.port = port;
        process.line();
    }

    /** On any free port; the folder must be within reach of the user postgres when we are root. */
    public static LocalPostgres start(Path folder) {
        int port = FreePort.find();
        List<String> command = List.of("postgres.sh", Integer.toString(port), folder.toString());
        return new LocalPostgres(
                LocalProcess.start(command, Map.of("POSTGRES_PASSWORD", PASSWORD), "ready to accept connections"),
                port);
    }

    /** The server's settings for one of the databases here; {@code postgres} is always there. */
    public Map<String, String> settings(String database) {
        return Map.of(
                "knightswatch.db.driver",
                "postgresql.jar",
                "knightswatch.db.url",
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                "knightswatch.db.user",
                USER,
                "knightswatch.db.password",
                PASSWORD);
    }

    public ProcessHandle process() {
        return process.handle();
    }

    @Override
    public void close() {
        process.close();
    }
}
