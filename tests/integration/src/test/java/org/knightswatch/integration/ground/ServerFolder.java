package org.knightswatch.integration.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.knightswatch.local.FreePort;

/** A folder for a server to run in: the provisioned one stays as the build made it. */
public final class ServerFolder {

    /** Where the build has provisioned the server. */
    static final Path HOME = Path.of("../../ear/target/server").toAbsolutePath().normalize();

    static final List<String> JAVA =
            List.of("-Xms128m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k");

    private final Path path;
    private final int httpPort = FreePort.find();
    private final int managementPort = FreePort.find();

    private ServerFolder(Path path) {
        this.path = path;
    }

    /** A new folder, with these settings beside its own ports. */
    static ServerFolder make(Path path, Map<String, String> settings) {
        ServerFolder folder = new ServerFolder(path.toAbsolutePath());
        try {
            delete(path);
            for (String part : List.of("configuration", "deployments")) {
                copy(HOME.resolve("standalone").resolve(part), path.resolve(part));
            }
            folder.write(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    public Path path() {
        return path;
    }

    /** A file of system properties that the server reads before anything else. */
    Path settings() {
        return path.resolve("settings.properties");
    }

    /** The accounts and the service key of the demo, which the tests use like anybody. */
    Path demo() {
        return path.resolve("demo.json");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    int managementPort() {
        return managementPort;
    }

    private void write(Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        properties.put("jboss.http.port", Integer.toString(httpPort));
        properties.put("jboss.management.http.port", Integer.toString(managementPort));
        properties.put("knightswatch.demo.file", demo().toString());
        properties.put("knightswatch.demo.url", address().toString());
        try (Writer writer = Files.newBufferedWriter(settings())) {
            properties.store(writer, null);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
