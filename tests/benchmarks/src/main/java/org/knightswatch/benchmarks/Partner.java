package org.knightswatch.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The exam platform: makes exams and looks at what became of them, by the service key. Nothing of it is measured. */
final class Partner {

    private static final long ASKED_NANOS = 250_000_000;

    private final URI server;
    private final String key;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Partner(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    /** A new exam that is open now, and its code. */
    String makeExam(int candidates, int roomSize) {
        String code = "B-" + UUID.randomUUID();
        send("POST", "", "application/json", exam(code, roomSize, Instant.now().plusSeconds(7200)));
        String rows = IntStream.rangeClosed(1, candidates)
                .mapToObj(i -> "C-" + i + ",Candidate " + i + ",,\n")
                .collect(Collectors.joining());
        send("POST", "/" + code + "/roster", "text/csv", "candidate_id,name,email,group\n" + rows);
        return code;
    }

    /** The exam ends now, for all who are in it. */
    void end(String code, int roomSize) {
        send("PUT", "/" + code, "application/json", exam(code, roomSize, Instant.now()));
    }

    /** The exam ends now, and nobody is in it any more when this returns. */
    void endAndWait(String code, int roomSize) {
        end(code, roomSize);
        while (count(code, "RUNNING") > 0) {
            LockSupport.parkNanos(ASKED_NANOS);
        }
    }

    /** How many attempts are in a state. */
    int count(String exam, String state) {
        String path = "/" + exam + "/attempts?size=1&state=" + state;
        return send("GET", path, "", "").json().get("total").asInt();
    }

    private static String exam(String code, int roomSize, Instant end) {
        return json(Map.of(
                "code",
                code,
                "title",
                "Benchmark",
                "startsAt",
                end.minusSeconds(7260).toString(),
                "endsAt",
                end.toString(),
                "roomSize",
                roomSize,
                "proctorsPerRoom",
                1,
                "seating",
                "FILL"));
    }

    List<String> invitations(String exam) {
        return items("/" + exam + "/invitations").stream()
                .map(item -> item.get("invitation").asText())
                .toList();
    }

    /** The exam's rooms with those who sit there, as stored. */
    List<JsonNode> rooms(String exam) {
        return items("/" + exam + "/rooms");
    }

    private List<JsonNode> items(String path) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page;
        do {
            int number = all.size() / 1000;
            page = send("GET", path + "?size=1000&page=" + number, "", "").json();
            page.get("items").forEach(all::add);
        } while (all.size() < page.get("total").asInt());
        return all;
    }

    private Answer send(String method, String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/v1/exams" + path))
                .header("Authorization", "Bearer " + key)
                .method(method, BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<String> said = http.send(request.build(), BodyHandlers.ofString());
            Answer answer = new Answer(said.statusCode(), said.body());
            if (!answer.isGood()) {
                throw new IllegalStateException(method + " " + path + ": " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object body) {
        try {
            return Answer.JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
