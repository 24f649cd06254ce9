package org.knightswatch.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Redis for a test; it forgets everything when it ends. */
public final class LocalRedis implements AutoCloseable {

    private static final String PASSWORD = "of-this-machine-alone";

    private final LocalProcess process;
    private final URI url;

    private LocalRedis(LocalProcess process, int port) {
        this.process = process;
        this.url = URI.create("redis://:" + PASSWORD + "@127.0.0.1:" + port);
        process.line();
    }

    /** On any free port. */
    public static LocalRedis start(Path folder) {
        return start(folder, FreePort.find());
    }

    public static LocalRedis start(Path folder, int port) {
        List<String> command = List.of("redis.sh", Integer.toString(port), folder.toString());
        return new LocalRedis(
                LocalProcess.start(command, Map.of("REDIS_PASSWORD", PASSWORD), "Ready to accept connections"), port);
    }

    /** With the password. */
    public URI url() {
        return url;
    }

    /** The application's settings for this Redis, key by key. */
    public Map<String, String> settings() {
        return Map.of("knightswatch.redis.url", url.toString());
    }

    /** Forgets everything, and goes on at once. */
    public void empty() {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            String commands = "AUTH " + PASSWORD + "\r\nFLUSHALL\r\nQUIT\r\n";
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (!answers.equals("+OK\r\n".repeat(3))) {
                throw new IllegalStateException(answers);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on it takes connections and answers none of them. */
    public void freeze() {
        LocalProcess.signal("STOP", process.handle().children());
    }

    /** Harmless when it runs, and when it is gone. */
    public void thaw() {
        LocalProcess.signal("CONT", process.handle().children());
    }

    /** Gone at once; the script that watches it ends with it. */
    public void kill() {
        process.handle().children().forEach(ProcessHandle::destroyForcibly);
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
