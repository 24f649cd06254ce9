package org.knightswatch.integration.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A caller of one server with certain headers, its credential among them. */
public final class Api {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private final String address;
    private final Map<String, String> headers;

    private Api(String address, Map<String, String> headers) {
        this.address = address;
        this.headers = headers;
    }

    /** Nobody, at the server under test. */
    public static Api anonymous() {
        return at(Demo.get().address());
    }

    /** A partner with a key for everything. */
    public static Api service() {
        return anonymous().bearer(Demo.get().serviceKey());
    }

    public static Api at(String address) {
        return new Api(address, Map.of());
    }

    public Api bearer(String credential) {
        return with("Authorization", "Bearer " + credential);
    }

    public Api with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(address, more);
    }

    public String address() {
        return address;
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    public Answer post(String path) {
        return send("POST", path, null, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, "application/json", json(body));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, "application/json", json(body));
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    public Answer csv(String path, String body) {
        return send("POST", path, "text/csv", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Anything at all; a path that is an address goes there. */
    public Answer send(String method, String path, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address).resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .timeout(Duration.ofMinutes(2));
        headers.forEach(request::header);
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] json(Object body) {
        try {
            return body instanceof String text
                    ? text.getBytes(StandardCharsets.UTF_8)
                    : Answer.JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
