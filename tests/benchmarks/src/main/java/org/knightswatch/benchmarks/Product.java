package org.knightswatch.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The server under load: one that runs already, known by its data folder or by address and key, or one of our own,
 * started as its users start it and stopped afterwards.
 */
final class Product implements Closeable {

    private final URI url;
    private final String key;
    private final Optional<Path> data;
    private final Optional<Process> own;

    private Product(URI url, String key, Optional<Path> data, Optional<Process> own) {
        this.url = url;
        this.key = key;
        this.data = data;
        this.own = own;
    }

    static Product of(Options options) throws IOException {
        if (options.text("url").isPresent()) {
            URI url = URI.create(options.text("url").orElseThrow());
            return new Product(url, options.text("key").orElseThrow(), Optional.empty(), Optional.empty());
        }
        Optional<Path> running = options.text("data").map(Path::of);
        return running.isPresent() ? in(running.get(), Optional.empty()) : started();
    }

    URI url() {
        return url;
    }

    /** Where it keeps everything, when that is on this machine. */
    Optional<Path> data() {
        return data;
    }

    Partner partner() {
        return new Partner(url, key);
    }

    /** What the server holds of the machine's memory; 0 when it is somewhere else. */
    long megabytes() throws IOException {
        Optional<ProcessHandle> server = data.flatMap(Product::process);
        if (server.isEmpty()) {
            return 0;
        }
        Path status = Path.of("/proc", Long.toString(server.get().pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    /** What is alive on the server's heap, looked at after a collection; 0 when it is somewhere else. */
    long heapBytes() throws IOException {
        Optional<ProcessHandle> server = data.flatMap(Product::process);
        return server.isEmpty() ? 0 : Heap.liveBytes(server.get().pid());
    }

    /** What the server has had of the processors since it started; 0 when it is somewhere else. */
    long cpuMillis() {
        return data.flatMap(Product::process)
                .flatMap(server -> server.info().totalCpuDuration())
                .map(Duration::toMillis)
                .orElse(0L);
    }

    private static Product in(Path data, Optional<Process> own) throws IOException {
        JsonNode demo = Answer.JSON.readTree(data.resolve("demo.json").toFile());
        URI url = URI.create(demo.get("baseUrl").asText());
        return new Product(url, demo.get("serviceKey").asText(), Optional.of(data), own);
    }

    private static Optional<ProcessHandle> process(Path data) {
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readString(data.resolve("run.pid")).trim()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Product started() throws IOException {
        Path data = Files.createTempDirectory("knights-watch");
        List<String> command =
                List.of("./run", "--skip-build", "--port", Integer.toString(freePort()), "--data", data.toString());
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(run::destroy));
        BufferedReader said = new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            if (line.contains("Stop with Ctrl-C")) {
                return in(data, Optional.of(run));
            }
        }
        throw new IllegalStateException("./run did not start:\n" + all);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            // The script takes ports above this one for its services
            return Math.min(socket.getLocalPort(), 58_000);
        }
    }

    @Override
    public void close() {
        own.ifPresent(run -> {
            run.destroy();
            try {
                run.waitFor(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
