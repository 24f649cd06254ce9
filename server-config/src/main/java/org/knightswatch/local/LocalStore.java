package org.knightswatch.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real S3 server for a test, over a folder of its own: it can be killed, frozen and started again on the same folder
 * and port, so that outages need no pretending.
 */
public final class LocalStore implements AutoCloseable {

    static final Map<String, String> SECRETS = Map.of(
            "KNIGHTSWATCH_STORE_ACCESS_KEY", "local",
            "KNIGHTSWATCH_STORE_SECRET_KEY", "a secret of this machine alone",
            "KNIGHTSWATCH_STORE_BUCKET", "knights-watch");

    private final LocalProcess process;
    private final URI endpoint;

    private LocalStore(LocalProcess process) {
        this.process = process;
        this.endpoint = URI.create(process.line().replaceFirst(".*READY ", ""));
    }

    /** On any free port. */
    public static LocalStore start(Path folder) {
        return start(folder, 0);
    }

    public static LocalStore start(Path folder, int port) {
        List<String> command = List.of("store.sh", Integer.toString(port), folder.toString());
        return new LocalStore(LocalProcess.start(command, SECRETS, "READY"));
    }

    public URI endpoint() {
        return endpoint;
    }

    /** The application's settings for this store, key by key. */
    public Map<String, String> settings() {
        return Map.of(
                "knightswatch.store.endpoint", endpoint.toString(),
                "knightswatch.store.bucket", SECRETS.get("KNIGHTSWATCH_STORE_BUCKET"),
                "knightswatch.store.access-key", SECRETS.get("KNIGHTSWATCH_STORE_ACCESS_KEY"),
                "knightswatch.store.secret-key", SECRETS.get("KNIGHTSWATCH_STORE_SECRET_KEY"));
    }

    /** From now on it takes connections and answers none of them. */
    public void freeze() {
        LocalProcess.signal("STOP", Stream.of(process.handle()));
    }

    public void thaw() {
        LocalProcess.signal("CONT", Stream.of(process.handle()));
    }

    /** Gone at once, whatever it was doing. */
    public void kill() {
        process.handle().destroyForcibly();
        process.handle().onExit().join();
    }

    public ProcessHandle process() {
        return process.handle();
    }

    @Override
    public void close() {
        process.close();
    }
}
