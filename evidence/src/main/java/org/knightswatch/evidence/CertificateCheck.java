package org.knightswatch.evidence;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Tells people what a certificate says, and whether it is as its key has signed it. */
final class CertificateCheck {

    private final PrintStream out;
    private final Arguments arguments;

    CertificateCheck(PrintStream out, Arguments arguments) {
        this.out = out;
        this.arguments = arguments;
    }

    /** Answers 0 when it is genuine, 1 when it is not. */
    int run() throws IOException {
        Path file = Path.of(arguments.place());
        if (Files.size(file) > Manifest.LARGEST) {
            throw new IOException(file + " is too large for a certificate");
        }
        say(file.toString());
        try {
            PurgeCertificate certificate = PurgeCertificate.read(Files.readAllBytes(file));
            describe(certificate.body());
            return judge(certificate.signer());
        } catch (ManifestException e) {
            say("  NOT GENUINE: " + e.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }

    private int judge(Optional<SealKey> signer) {
        if (signer.isEmpty()) {
            say("  NOT GENUINE: its signature does not fit");
            return 1;
        }
        Fingerprint key = signer.get().fingerprint();
        boolean given = !arguments.trusted().isEmpty();
        boolean trusted = arguments.trusted().contains(key);
        String trust = trusted ? ", which you trust" : ", which is not the one you gave";
        say("  signed by key " + key + (given ? trust : ", which you have to know from elsewhere"));
        say(given && !trusted ? "  NOT GENUINE: signed by another key" : "  GENUINE: every word is as it was signed");
        return given && !trusted ? 1 : 0;
    }

    private void describe(PurgeBody body) {
        say("  says: all that was recorded of attempt " + body.attempt().number() + " ("
                + body.attempt().id() + ") of candidate " + body.candidateId() + " in exam "
                + body.exam().code() + " (" + body.exam().environment() + ") "
                + (body.doneAt() == null ? "is to be purged; NOT DONE yet" : "was purged, done " + body.doneAt()));
        say("  says: " + body.cause() + ", " + body.rule() + ", asked by " + body.askedBy() + ", begun "
                + body.begunAt());
        say(String.format(
                Locale.ROOT,
                "  says: %,d bytes, objects: %d, manifests: %d",
                body.objects().stream().mapToLong(PurgedObject::bytes).sum(),
                body.objects().size(),
                body.manifests().size()));
    }

    private void say(String line) {
        out.println(line.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?"));
    }
}
