package org.knightswatch.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.local.LocalStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class S3CallsTest {

    @TempDir
    static Path folder;

    private static LocalStore server;

    private final ObjectKey key = ObjectKey.of("exam/" + UUID.randomUUID());
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
    void remembersAnOutageThatItSaw() {
        begin(Map.of());
        store.look(key);
        server.kill();
        assertThat(store.calls.health.failingSince()).isEmpty();

        assertThat(code(() -> store.look(key))).isEqualTo(ProblemCode.STORE_AWAY);
        assertThat(store.calls.health.failingSince()).isPresent();

        server = LocalStore.start(folder, server.endpoint().getPort());
        store.look(key);
        assertThat(store.calls.health.failingSince()).isEmpty();
        assertThat(store.calls.health.outages()).hasSize(1);
    }

    @Test
    void countsAnObjectThatIsNotThereAsAnAnswer() {
        begin(Map.of());

        assertThat(code(() -> store.open(key, ByteRange.ALL))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(store.calls.health.failingSince()).isEmpty();
    }

    @Test
    void takesAStoreThatDoesNotKnowUsForAway() {
        begin(Map.of("knightswatch.store.secret-key", "a wrong one"));

        assertThat(code(() -> store.look(key))).isEqualTo(ProblemCode.STORE_AWAY);
        assertThat(store.calls.health.failingSince()).isPresent();
    }

    @Test
    void takesAStoreWithoutItsBucketForAway() {
        begin(Map.of("knightswatch.store.bucket", "never-made"));

        assertThat(code(() -> store.list("", "", 1))).isEqualTo(ProblemCode.STORE_AWAY);
        assertThat(code(() -> store.put(key, new byte[1], "text/plain"))).isEqualTo(ProblemCode.STORE_AWAY);
    }

    @Test
    void makesTheBucketWhenTold() {
        begin(Map.of("knightswatch.store.bucket", "made", "knightswatch.store.create-bucket", "true"));

        assertThat(store.put(key, new byte[1], "text/plain")).isEqualTo(Written.NOW);
        assertThat(Wired.store(new StoreSettings()).look(key)).isPresent();
    }

    @Test
    void findsWhatWasWrittenThoughTheAnswerWasLost() throws Exception {
        try (LossyLine line = new LossyLine(server.endpoint())) {
            begin(Map.of("knightswatch.store.endpoint", line.endpoint().toString()));

            line.breakNext(1, 0);
            assertThat(store.put(key, new byte[1_000], "text/plain")).isEqualTo(Written.BEFORE);
        }
    }

    @Test
    void neverTakesAPieceForTheWhole() throws Exception {
        try (LossyLine line = new LossyLine(server.endpoint())) {
            begin(Map.of());
            store.put(key, new byte[100_000], "text/plain");
            begin(Map.of("knightswatch.store.endpoint", line.endpoint().toString()));

            line.breakNext(10, 50_000);
            assertThatThrownBy(() -> {
                        try (InputStream stream = store.open(key, ByteRange.ALL)) {
                            stream.readAllBytes();
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    private void begin(Map<String, String> special) {
        Map<String, String> settings = new HashMap<>(server.settings());
        settings.putAll(special);
        configured = Configured.by(settings);
        store = Wired.store(new StoreSettings());
    }

    private static ProblemCode code(ThrowingCallable call) {
        return catchThrowableOfType(StoreException.class, call).code();
    }
}
