package org.knightswatch.integration.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** One end of the live socket. It remembers every frame that came in. */
public final class LiveSocket implements AutoCloseable, WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final StringBuilder partial = new StringBuilder();
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final AtomicInteger ids = new AtomicInteger();
    private WebSocket socket;

    private LiveSocket() {}

    /** Open, with nothing said yet. */
    public static LiveSocket open() {
        return open(null);
    }

    /** The same from a page of some origin. */
    public static LiveSocket open(String origin) {
        return open(Demo.get().address(), origin);
    }

    private static LiveSocket open(String server, String origin) {
        LiveSocket live = new LiveSocket();
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        URI address = URI.create(server.replaceFirst("http", "ws") + "/live");
        live.socket = builder.buildAsync(address, live).join();
        return live;
    }

    /** A candidate's page that was let in. */
    public static LiveSocket of(Candidate candidate) {
        LiveSocket live = open();
        live.ask("hello", Map.of("token", candidate.token()));
        live.await("welcome");
        return live;
    }

    /** A wall of the proctor, with this exam on it. */
    public static LiveSocket ofProctor(Api page, TestExam exam) {
        LiveSocket live = open(page.address(), null);
        live.ask(
                "hello",
                Map.of("ticket", page.post("/api/v1/live/ticket").expect(200).text("ticket")));
        live.await("welcome");
        live.ok("subscribe", Map.of("exam", exam.code()));
        return live;
    }

    /** Sends a request; its number. */
    public int ask(String type, Map<String, ?> fields) {
        int id = ids.incrementAndGet();
        ObjectNode frame =
                Answer.JSON.createObjectNode().put("v", 1).put("t", type).put("id", id);
        frame.setAll((ObjectNode) Answer.JSON.valueToTree(fields));
        text(frame.toString());
        return id;
    }

    public JsonNode ok(String type, Map<String, ?> fields) {
        int id = ask(type, fields);
        JsonNode answer =
                await("the answer to " + type, frame -> frame.path("re").asInt() == id);
        if (!answer.get("t").asText().equals("ok")) {
            throw new AssertionError(answer);
        }
        return answer;
    }

    /** The code with which a request is refused. */
    public String no(String type, Map<String, ?> fields) {
        int id = ask(type, fields);
        JsonNode answer =
                await("the answer to " + type, frame -> frame.path("re").asInt() == id);
        return answer.path("code").asText();
    }

    /** Sends anything at all. */
    public void text(String text) {
        socket.sendText(text, true).join();
    }

    public JsonNode await(String type) {
        return await(type, frame -> frame.get("t").asText().equals(type));
    }

    /** The first frame of all that came in, or will come in, that fits. */
    public JsonNode await(String what, Predicate<JsonNode> fits) {
        return Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> frames.stream().filter(fits).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    /** Every frame of a type that came in so far, each once. */
    public Stream<JsonNode> all(String type) {
        return frames.stream()
                .filter(frame -> frame.get("t").asText().equals(type))
                .distinct();
    }

    /** The next tile of an attempt that looks like this. */
    public JsonNode tile(Candidate candidate, Predicate<JsonNode> looks) {
        return await(
                        "a tile",
                        frame -> frame.get("t").asText().equals("tile")
                                && frame.get("tile").get("attemptId").asText().equals(candidate.attempt())
                                && looks.test(frame.get("tile")))
                .get("tile");
    }

    /** Waits until the server has closed; why. */
    public String closed() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                frames.add(Answer.JSON.readTree(partial.toString()));
            } catch (JsonProcessingException e) {
                closed.completeExceptionally(e);
            }
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
