package org.knightswatch.integration.ground;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A server besides the one under test, for all tests that need one which may be killed and started again on what it left,
 * or whose clock may be moved. It has the EAR as it is shipped, with one more call.
 */
public final class OwnServer {

    private static final String EAR = "knights-watch.ear";

    private static OwnServer started;

    private final RedisService redis = new RedisService(Surroundings.get().folder("own-redis"));
    private final ServerFolder folder = Surroundings.get().serverFolder("own", redis);
    private Process process;

    private OwnServer() {}

    /** Started by the first who asks, with a database and a Redis of its own. */
    public static synchronized OwnServer get() {
        if (started == null) {
            started = new OwnServer();
            started.start();
        }
        return started;
    }

    static synchronized void stop() {
        if (started != null) {
            started.close();
        }
    }

    public RedisService redis() {
        return redis;
    }

    /** The demo's accounts and key on this server. */
    public Path demo() {
        return folder.demo();
    }

    /** As a power cut would end it. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it and waits until it has deployed the EAR. */
    public void start() {
        Path deployments = folder.path().resolve("deployments");
        try {
            Files.deleteIfExists(deployments.resolve(EAR + ".deployed"));
            if (!Files.exists(deployments.resolve(EAR))) {
                TestedEar.withMovingTime(deployments.resolve(EAR).toFile());
            }
            Files.writeString(deployments.resolve(EAR + ".dodeploy"), EAR);
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(log())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await(folder.path() + " deploys")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> Files.exists(deployments.resolve(EAR + ".deployed")) || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("The server ended; see " + log());
        }
    }

    private void close() {
        process.destroy();
        process.onExit().join();
        redis.close();
    }

    private File log() {
        return folder.path().resolve("console.log").toFile();
    }

    private List<String> command() {
        String home = ServerFolder.HOME.toString();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ServerFolder.JAVA);
        command.addAll(List.of(
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + folder.path(),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                home + "/jboss-modules.jar",
                "-mp",
                home + "/modules",
                "org.jboss.as.standalone",
                "--properties=" + folder.settings()));
        return command;
    }
}
