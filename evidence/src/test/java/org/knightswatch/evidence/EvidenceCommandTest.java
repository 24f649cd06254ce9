package org.knightswatch.evidence;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EvidenceCommandTest {

    private final Signer signer = Signer.generate();
    private final SealedFolder folder = SealedFolder.small(Samples.ATTEMPT, signer);
    private final String fingerprint = signer.key().fingerprint().hex();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    Path disk;

    @Test
    void saysThatARecordingIsWholeAndByWhom() {
        folder.writeTo(disk);

        assertThat(run("verify", disk.toString())).isZero();
        assertThat(text(out))
                .contains("says: camera of attempt 1 (" + Samples.ATTEMPT + ") of candidate c-17 in exam MATH-1")
                .contains("says: 0:59:59.750 recorded of 1:00:00.000, INCOMPLETE")
                .contains("says: 39 bytes, files: 3, takes: 2, segments: 3, gaps: 1, other entries: 2")
                .contains("signed by key " + fingerprint + ", which you have to know from elsewhere")
                .contains("WHOLE: every byte is as it was sealed")
                .doesNotContain("trust", "NOT");
    }

    @Test
    void trustsAKeyByFileOrFingerprint() throws IOException {
        folder.writeTo(disk.resolve("r"));
        Files.writeString(disk.resolve("key.pem"), signer.key().pem());
        Files.write(disk.resolve("key.der"), signer.key().spki());

        for (String key : new String[] {fingerprint, disk + "/key.pem", disk + "/key.der"}) {
            assertThat(run("verify", disk + "/r", "--key", key)).isZero();
            assertThat(text(out)).contains("signed by key " + fingerprint + ", which you trust");
        }
    }

    @Test
    void refusesAnotherKey() {
        folder.writeTo(disk);
        String other = Signer.generate().key().fingerprint().hex();

        assertThat(run("verify", disk.toString(), "--key", other)).isOne();
        assertThat(text(out)).contains("which is not the one you gave", "NOT WHOLE", "is signed by another key");
        assertThat(run("verify", disk.toString(), "--key", other, "--key", fingerprint))
                .isZero();
    }

    @Test
    void verifiesAllRecordingsBelowAFolder() throws IOException {
        SealedFolder second = SealedFolder.small(UUID.randomUUID(), signer);
        folder.writeTo(disk.resolve("exam/a/1/camera"));
        second.writeTo(disk.resolve("exam/b/1/camera"));

        assertThat(run("verify", disk.toString())).isZero();
        assertThat(text(out))
                .contains("2 recordings: 2 whole, 0 not whole, 0 that can't be told")
                .contains("signed by key " + fingerprint + " (2)");

        Files.delete(disk.resolve("exam/a/1/camera/take-2.webm"));
        Files.delete(disk.resolve("exam/b/1/camera/manifest.json"));
        assertThat(run("verify", disk.toString())).isOne();
        assertThat(text(out))
                .contains("take-2.webm: is missing")
                .contains("exam/b/1/camera/take-1.mp4: belongs to no recording");
    }

    @Test
    void findsARecordingThatLiesInTwoFolders() {
        folder.writeTo(disk.resolve("a"));
        folder.writeTo(disk.resolve("b"));

        assertThat(run("verify", disk.toString())).isOne();
        assertThat(text(out)).contains("is of the same recording as in " + disk.resolve("a"));
    }

    @Test
    void answersPrograms() {
        folder.with("take-1.mp4", new byte[12]).writeTo(disk);

        assertThat(run("verify", "--json", disk.toString())).isOne();
        assertThat(text(out).lines()).hasSize(2).first().asString().startsWith("{\"findings\":[{\"kind\":\"BYTES\",");
        assertThat(text(out).lines())
                .last()
                .isEqualTo("{\"findings\":[],\"keys\":{\"" + fingerprint
                        + "\":1},\"kind\":\"summary\",\"notWhole\":1,\"recordings\":1,\"status\":1,\"undecided\":0,"
                        + "\"whole\":0}");
    }

    @Test
    void verifiesWhatAWebServerHas() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String name = exchange.getRequestURI().getPath().replaceFirst("^/r/", "");
            byte[] bytes = folder.files.get(name);
            exchange.sendResponseHeaders(
                    name.startsWith("/") ? 403 : bytes == null ? 404 : 200, bytes == null ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes == null ? new byte[0] : bytes);
            exchange.close();
        });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            assertThat(run("verify", base + "/r")).isZero();
            assertThat(run("verify", base + "/r/manifest.json", "--key", fingerprint))
                    .isZero();
            assertThat(run("verify", base + "/other")).isEqualTo(2);
            assertThat(text(out)).contains("CAN'T BE TOLD:", "the server answers 403");
            folder.files.remove("take-2.webm");
            assertThat(run("verify", base + "/r/")).isOne();
        } finally {
            server.stop(0);
        }
        assertThat(run("verify", base + "/r/")).isEqualTo(2);
    }

    @Test
    void printsNothingThatMovesTheCursor() throws IOException {
        folder.writeTo(disk);
        Files.createFile(disk.resolve("x\u001b[2Jy"));

        assertThat(run("verify", disk.toString())).isOne();
        assertThat(text(out)).contains("x?[2Jy: is not in the manifest").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sign x",
                "verify",
                "verify a b",
                "verify --what x",
                "verify x --key",
                "verify x --key pom.xml",
                "verify x --key missing.pem",
                "verify missing",
                "verify http://",
                "verify https://host/x?signature=1"
            })
    void saysHowItIsUsed(String words) {
        assertThat(run(words.isEmpty() ? new String[0] : words.split(" "))).isEqualTo(2);
        assertThat(text(errors)).isNotBlank();
        assertThat(text(out)).isEmpty();
    }

    @Test
    void helps() {
        assertThat(run("--help")).isZero();
        assertThat(text(out)).startsWith("Usage: knightswatch-evidence verify");
    }

    @Test
    void doesNotCallAnEmptyFolderWhole() {
        assertThat(run("verify", disk.toString())).isEqualTo(2);
        assertThat(text(out)).contains("There is no manifest.json");
    }

    private int run(String... words) {
        out.reset();
        errors.reset();
        return new EvidenceCommand(stream(out), stream(errors)).run(words);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
