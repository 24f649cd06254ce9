package org.knightswatch.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the command is asked for.
 *
 * @param place a folder or an address
 * @param trusted the keys that may have sealed; none: any
 * @param json answers for programs
 * @param certificate whether the place is a certificate of what was purged, and not a recording
 */
record Arguments(String place, Set<Fingerprint> trusted, boolean json, boolean certificate) {

    static final String USAGE = """
            Usage: knightswatch-evidence verify <folder or URL> [--key FILE|FINGERPRINT]... [--json]
                   knightswatch-evidence verify-certificate <file> [--key FILE|FINGERPRINT]...
            Says whether archived recordings are as they were sealed, and what of them is not; or whether the certificate
            of what was purged is as it was signed.

              <folder>  of one recording, or of many: every manifest.json below it is verified
              <URL>     of the folder of one recording, whose files can be fetched by http or https
              --key     a key that may have sealed it: a file with the public key (PEM or DER), or its fingerprint,
                        the SHA-256 of the key in 64 hex digits; may be given several times
              --json    one line of JSON for each recording, and a last one for all

            Ends with 0 when everything is whole, 1 when something is not, 2 when it can't be told.
            """;

    private static final String PEM = "(?s).*-----BEGIN PUBLIC KEY-----(.*?)-----END PUBLIC KEY-----.*";
    private static final int LARGEST_KEY = 10_000;

    /** Reads the command line. */
    static Arguments of(String... words) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(words));
        String command = rest.poll();
        boolean certificate = "verify-certificate".equals(command);
        if (!certificate && !"verify".equals(command)) {
            throw new IllegalArgumentException("There are two things to ask for: verify, and verify-certificate.");
        }
        String place = null;
        Set<Fingerprint> trusted = new LinkedHashSet<>();
        boolean json = false;
        while (!rest.isEmpty()) {
            String word = rest.remove();
            if (word.equals("--json") && !certificate) {
                json = true;
            } else if (word.equals("--key") && !rest.isEmpty()) {
                trusted.add(key(rest.remove()));
            } else if (word.startsWith("--") || place != null) {
                throw new IllegalArgumentException("What is this for: " + word);
            } else {
                place = word;
            }
        }
        if (place == null) {
            throw new IllegalArgumentException(certificate ? "Which file?" : "Which folder?");
        }
        return new Arguments(place, trusted, json, certificate);
    }

    boolean isAddress() {
        return place.matches("(?i)https?://.*");
    }

    private static Fingerprint key(String given) {
        if (given.matches("[0-9a-fA-F: ]{64,}")) {
            return Fingerprint.of(given);
        }
        Path file = Path.of(given);
        try {
            if (Files.size(file) > LARGEST_KEY) {
                throw new IllegalArgumentException("No public key: " + given);
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            boolean pem = text.matches(PEM);
            return SealKey.ofSpki(pem ? Base64.getMimeDecoder().decode(text.replaceFirst(PEM, "$1")) : bytes)
                    .fingerprint();
        } catch (IOException | ManifestException e) {
            throw new IllegalArgumentException("No public key of Ed25519 and no fingerprint: " + given, e);
        }
    }
}
