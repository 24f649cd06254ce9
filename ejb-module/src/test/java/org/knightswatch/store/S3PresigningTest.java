package org.knightswatch.store;

import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knightswatch.local.LocalStore;

import static org.assertj.core.api.Assertions.assertThat;

class S3PresigningTest {

    private static final ObjectKey KEY = ObjectKey.of("exam/object");
    private static final Contents CONTENTS = Contents.of(new byte[10], "text/plain");
    private static final Duration LIFE = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    private static LocalStore server;

    private Configured configured;
    private S3ObjectStore store;

    @BeforeAll
    static void startTheServer() {
        server = LocalStore.start(folder);
    }

    @AfterAll
    static void endTheServer() {
        server.close();
    }

    @AfterEach
    void tearDown() {
        store.calls.close();
        configured.close();
    }

    @Test
    void signsForThePublicEndpoint() throws Exception {
        int port = server.endpoint().getPort();
        begin(Map.of("knightswatch.store.public-endpoint", "http://localhost:" + port + "/"));

        PresignedUrl url = store.presignPut(KEY, CONTENTS, LIFE);

        assertThat(url.url()).hasHost("localhost").hasPort(port).hasPath("/knights-watch/exam/object");
        assertThat(send(url, "Origin", "http://exam.example.org").statusCode()).isEqualTo(200);
        assertThat(store.look(KEY)).isPresent();
    }

    @Test
    void putsTheBucketIntoTheHostNameWhenTold() {
        begin(Map.of(
                "knightswatch.store.path-style", "false",
                "knightswatch.store.public-endpoint", "https://media.example.org"));

        assertThat(store.presignGet(KEY, LIFE).url())
                .hasHost("knights-watch.media.example.org")
                .hasPath("/exam/object");
        assertThat(store.publicOrigins()).containsExactly("https://knights-watch.media.example.org");
    }

    @Test
    void keepsTheUrlOutOfLogs() {
        begin(Map.of());

        assertThat(store.presignPut(KEY, CONTENTS, LIFE))
                .asString()
                .contains("/exam/object")
                .doesNotContain("X-Amz-Signature");
    }

    @Test
    void isAnsweredWhenABrowserAsksFirst() throws Exception {
        begin(Map.of());
        PresignedUrl url = store.presignPut(ObjectKey.of("exam/preflight"), CONTENTS, LIFE);

        HttpRequest preflight = HttpRequest.newBuilder(url.url())
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://exam.example.org")
                .header("Access-Control-Request-Method", "PUT")
                .header(
                        "Access-Control-Request-Headers",
                        String.join(",", url.headers().keySet()))
                .build();
        HttpResponse<Void> answer = HttpClient.newHttpClient().send(preflight, BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
                .contains("PUT");
    }

    @Test
    void letsAPageReadARefusal() throws Exception {
        begin(Map.of());
        PresignedUrl url = store.presignPut(ObjectKey.of("exam/refused"), CONTENTS, LIFE);
        send(url, "Origin", "https://exam.example.org");

        HttpResponse<String> refused = send(url, "Origin", "https://exam.example.org");

        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    private void begin(Map<String, String> special) {
        Map<String, String> settings = new HashMap<>(server.settings());
        settings.putAll(special);
        configured = Configured.by(settings);
        store = Wired.store(new StoreSettings());
    }

    private static HttpResponse<String> send(PresignedUrl url, String header, String value) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.url())
                .PUT(BodyPublishers.ofByteArray(new byte[10]))
                .header(header, value);
        url.headers().forEach(request::setHeader);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
