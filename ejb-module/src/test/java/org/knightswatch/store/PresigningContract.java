package org.knightswatch.store;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knightswatch.kernel.Sha256;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A URL fits exactly the bytes that it was signed for, once. */
interface PresigningContract extends StoreUnderTest {

    Duration LIFE = Duration.ofMinutes(5);

    @Test
    default void takesTheBytesThatItWasSignedFor() throws Exception {
        ObjectKey key = newKey();

        assertThat(send(put(key, bytes(1_000)), bytes(1_000)).statusCode()).isEqualTo(200);

        StoredObject held = store().look(key).orElseThrow();
        assertThat(held.sha256()).contains(Sha256.digest(bytes(1_000)));
        assertThat(held.size()).isEqualTo(1_000);
    }

    @Test
    default void asksForNoHeaderThatAPageMayNotSet() {
        PresignedUrl url = put(newKey(), bytes(1_000));

        assertThat(url.method()).isEqualTo("PUT");
        assertThat(url.headers()).containsOnlyKeys("content-type", "if-none-match", "x-amz-checksum-sha256");
        assertThat(url.headers()).containsEntry("content-type", "video/mp4;codecs=avc1,opus");
    }

    @Test
    default void saysWhereItsUrlsLead() {
        String url = put(newKey(), bytes(10)).url().toString();
        assertThat(store().publicOrigins())
                .singleElement()
                .asString()
                .doesNotEndWith("/")
                .satisfies(origin -> assertThat(url).startsWith(origin + "/"));
    }

    @Test
    default void saysWhenItExpires() {
        assertThat(put(newKey(), bytes(10)).expiresAt())
                .isBetween(
                        Instant.now().plus(LIFE).minusSeconds(60), Instant.now().plus(LIFE));
    }

    @Test
    default void refusesASecondTime() throws Exception {
        ObjectKey key = newKey();
        PresignedUrl url = put(key, bytes(1_000));
        send(url, bytes(1_000));

        assertThat(send(url, bytes(1_000)).statusCode()).isEqualTo(412);
        assertThat(send(put(key, bytes(1_001)), bytes(1_001)).statusCode()).isEqualTo(412);
        assertThat(read(key)).isEqualTo(bytes(1_000));
    }

    @Test
    default void refusesAFlippedBit() throws Exception {
        ObjectKey key = newKey();
        byte[] flipped = bytes(1_000);
        flipped[999] ^= 1;

        assertThat(send(put(key, bytes(1_000)), flipped).statusCode()).isEqualTo(400);
        assertThat(store().look(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1_001})
    default void refusesAnotherLength(int size) throws Exception {
        ObjectKey key = newKey();

        assertThat(send(put(key, bytes(1_000)), bytes(size)).statusCode()).isEqualTo(403);
        assertThat(store().look(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-type", "if-none-match", "x-amz-checksum-sha256"})
    default void refusesWhenAHeaderIsChangedOrLeftOut(String header) throws Exception {
        ObjectKey key = newKey();
        PresignedUrl url = put(key, bytes(1_000));
        Map<String, String> without = new HashMap<>(url.headers());
        without.remove(header);
        Map<String, String> changed = new HashMap<>(url.headers());
        changed.put(header, Sha256.digest("another").base64());

        assertThat(send(with(url, without), bytes(1_000)).statusCode()).isEqualTo(403);
        assertThat(send(with(url, changed), bytes(1_000)).statusCode()).isEqualTo(403);
        assertThat(store().look(key)).isEmpty();
    }

    @Test
    default void refusesAnotherKey() throws Exception {
        PresignedUrl url = put(newKey(), bytes(1_000));
        ObjectKey other = newKey();
        String path = url.url().getRawPath().replaceFirst("test/.*", other.value());
        URI moved = url.url().resolve(path + "?" + url.url().getRawQuery());

        PresignedUrl forged = new PresignedUrl("PUT", moved, url.headers(), url.expiresAt());
        assertThat(send(forged, bytes(1_000)).statusCode()).isEqualTo(403);
        assertThat(store().look(other)).isEmpty();
    }

    @Test
    default void refusesWhatHasExpired() throws Exception {
        ObjectKey key = newKey();
        ObjectKey there = newKey();
        store().put(there, bytes(10), "text/plain");
        Contents contents = Contents.of(bytes(10), "text/plain");
        PresignedUrl put = store().presignPut(key, contents, Duration.ofSeconds(1));
        PresignedUrl get = store().presignGet(there, Duration.ofSeconds(1));
        await().until(() -> Instant.now().isAfter(put.expiresAt().plusSeconds(2)));

        assertThat(send(put, bytes(10)).statusCode()).isEqualTo(403);
        assertThat(send(get, new byte[0]).statusCode()).isEqualTo(403);
        assertThat(store().look(key)).isEmpty();
    }

    @Test
    default void letsReadByTheUrlAlone() throws Exception {
        ObjectKey key = ObjectKey.of(newKey() + "/ä b+c.mp4");
        store().put(key, bytes(1_000), "video/mp4");
        PresignedUrl url = store().presignGet(key, LIFE);

        HttpResponse<byte[]> whole = send(url, new byte[0]);
        HttpResponse<byte[]> part = send(with(url, Map.of("range", "bytes=10-19")), new byte[0]);
        HttpResponse<byte[]> unsigned = send(
                new PresignedUrl("GET", url.url().resolve(url.url().getRawPath()), Map.of(), url.expiresAt()),
                new byte[0]);

        assertThat(url.headers()).isEmpty();
        assertThat(whole.body()).isEqualTo(bytes(1_000));
        assertThat(whole.headers().firstValue("content-type")).contains("video/mp4");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).hasSize(10);
        assertThat(unsigned.statusCode()).isEqualTo(403);
    }

    @Test
    default void givesAFileItsNameForSaving() throws Exception {
        ObjectKey key = newKey();
        store().put(key, bytes(10), "video/mp4");

        HttpResponse<byte[]> saved = send(store().presignGet(key, LIFE, "Prüfung 7*.mp4"), new byte[0]);

        assertThat(saved.headers().firstValue("content-disposition"))
                .contains("attachment; filename*=UTF-8''Pr%C3%BCfung%207%2A.mp4");
    }

    private PresignedUrl put(ObjectKey key, byte[] bytes) {
        return store().presignPut(key, Contents.of(bytes, "video/mp4;codecs=avc1,opus"), LIFE);
    }

    private static PresignedUrl with(PresignedUrl url, Map<String, String> headers) {
        return new PresignedUrl(url.method(), url.url(), headers, url.expiresAt());
    }

    /** As a browser does: the length is set by the client itself. */
    private static HttpResponse<byte[]> send(PresignedUrl url, byte[] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.url());
        url.headers().forEach(request::setHeader);
        boolean put = url.method().equals("PUT");
        request.method(url.method(), put ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }
}
