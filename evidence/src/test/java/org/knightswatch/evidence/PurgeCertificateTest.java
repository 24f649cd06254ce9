package org.knightswatch.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PurgeCertificateTest {

    private final Signer signer = Signer.generate();
    private final PurgeBody body = new PurgeBody(
            new UUID(0, 1),
            Samples.body().exam(),
            "C-17",
            Samples.body().attempt(),
            "RETENTION",
            "30 days after the exam, as the exam says",
            "system",
            Samples.BEGIN,
            null,
            List.of(new PurgeBody.Sealed("archive/a/", "0".repeat(64))),
            List.of(new PurgedObject("archive/a/take-1.mp4", 84, "f".repeat(64)), new PurgedObject("other", 1, null)));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PurgeCertificate certificate = PurgeCertificate.seal(body.done(Samples.BEGIN.plusSeconds(9)), signer);

    @Test
    void readsBackWhatItWrote() {
        PurgeCertificate read = PurgeCertificate.read(certificate.bytes());

        assertThat(read).isEqualTo(certificate);
        assertThat(read.signer().map(SealKey::fingerprint))
                .contains(signer.key().fingerprint());
    }

    @Test
    void isOfNoKeyWhenAWordOfItChanges() {
        String text = new String(certificate.bytes(), StandardCharsets.UTF_8);
        for (String word : List.of("\"bytes\":84", "f".repeat(64), "RETENTION", "C-17", "archive/a/", "30 days")) {
            String other = text.replace(word, word.replaceFirst("[4fRC3a]", "9"));

            assertThat(other).as(word).isNotEqualTo(text);
            assertThat(PurgeCertificate.read(other.getBytes(StandardCharsets.UTF_8))
                            .signer())
                    .as(word)
                    .isEmpty();
        }
    }

    @Test
    void isNoManifestsSignature() {
        assertThat(certificate.seal().verifiedKey("0".repeat(64))).isEmpty();
    }

    @Test
    void refusesAnotherSpelling() {
        byte[] spaced = new String(certificate.bytes(), StandardCharsets.UTF_8)
                .replace(",", ", ")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> PurgeCertificate.read(spaced)).hasMessage("is not written as certificates are");
    }

    @Test
    void refusesAnotherFormat() {
        byte[] later = "{\"format\":\"knightswatch-purge/2\",\"more\":{}}\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> PurgeCertificate.read(later)).hasMessageContaining("knightswatch-purge/2");
    }

    @Test
    void isVerifiedByTheCommand(@TempDir Path disk) throws IOException {
        Path file = Files.write(disk.resolve("certificate.json"), certificate.bytes());
        String fingerprint = signer.key().fingerprint().hex();

        assertThat(run("verify-certificate", file.toString(), "--key", fingerprint))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("of candidate C-17 in exam MATH-1", "was purged, done", "85 bytes, objects: 2, manifests: 1")
                .contains("signed by key " + fingerprint + ", which you trust", "GENUINE: every word");
        assertThat(run("verify-certificate", file.toString(), "--key", "0".repeat(64)))
                .isEqualTo(1);
        Files.writeString(file, Files.readString(file).replace("C-17", "C-18"));
        assertThat(run("verify-certificate", file.toString())).isEqualTo(1);
        assertThat(run("verify-certificate", disk.resolve("none").toString())).isEqualTo(2);
    }

    private int run(String... words) {
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new EvidenceCommand(new PrintStream(out, true, StandardCharsets.UTF_8), nobody).run(words);
    }
}
