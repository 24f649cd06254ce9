package org.knightswatch.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The product as its users start it: {@code ./run} on a free port and in a folder of its own. It ends with the tests. */
final class Product implements AutoCloseable {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final int MINUTES_TO_START = 8;
    private static Product running;

    private final Process process;
    private final JsonNode demo;

    private Product(Process process, JsonNode demo) {
        this.process = process;
        this.demo = demo;
    }

    /** The one that all tests share; started by the first. */
    static synchronized Product running() {
        if (running == null) {
            running = with("data", Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        }
        return running;
    }

    String url() {
        return demo.get("baseUrl").asText();
    }

    String serviceKey() {
        return demo.get("serviceKey").asText();
    }

    String password(String account) {
        for (JsonNode staff : demo.get("staff")) {
            if (staff.get("name").asText().equals(account)) {
                return staff.get("password").asText();
            }
        }
        throw new IllegalStateException("The demo has no account " + account);
    }

    /** What the API says to the demo's service key. */
    JsonNode api(String path) {
        return answer(to(path).build());
    }

    /** What it says to something sent. */
    JsonNode post(String path, String type, String body) {
        return answer(to(path).header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + serviceKey());
    }

    private static JsonNode answer(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(request.uri() + " answers " + answer.statusCode() + ": "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The link of the demo's n-th candidate, from 0. */
    String invitation(int n) {
        return demo.get("exam").get("invitations").get(n).get("url").asText();
    }

    /** The candidate whose invitation that is. */
    String candidate(int n) {
        return demo.get("exam").get("invitations").get(n).get("candidateId").asText();
    }

    /**
     * One more, with settings of its own.
     *
     * @param folder under {@code target}
     * @param settings as variables of the environment
     */
    static Product with(String folder, Map<String, String> settings) {
        Path data = Path.of("target", folder).toAbsolutePath();
        try {
            Files.createDirectories(data);
            ProcessBuilder run = new ProcessBuilder(List.of(
                            ROOT.resolve("run").toString(),
                            "--skip-build",
                            "--reset",
                            "--port",
                            Integer.toString(freePort()),
                            "--data",
                            data.toString()))
                    .redirectErrorStream(true);
            run.environment().putAll(settings);
            Process process = run.start();
            awaitReady(process);
            return new Product(process, new ObjectMapper().readTree(Files.readAllBytes(data.resolve("demo.json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(Process process) {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, ready), "run");
        reader.setDaemon(true);
        reader.start();
        try {
            ready.get(MINUTES_TO_START, TimeUnit.MINUTES);
        } catch (Exception e) {
            process.destroy();
            throw new IllegalStateException("./run did not start: " + e.getMessage(), e);
        }
    }

    private static void read(Process process, CompletableFuture<Void> ready) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.contains("Stop with Ctrl-C")) {
                    ready.complete(null);
                }
            }
        } catch (IOException e) {
            said.append(e);
        }
        ready.completeExceptionally(new IllegalStateException(said.toString()));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            // The script takes ports above this one for its services
            return Math.min(socket.getLocalPort(), 58_000);
        }
    }
}
