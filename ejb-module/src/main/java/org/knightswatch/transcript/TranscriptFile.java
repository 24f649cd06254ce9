package org.knightswatch.transcript;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knightswatch.kernel.SecretBox;
import org.knightswatch.kernel.Sha256;

/**
 * How a transcript lies in the store: a line of JSON, and a line by which we know our own hand again. Its name says when
 * it was written and what is in it, so that the last one of a listing is the newest and a listing shows whether it is new.
 */
final class TranscriptFile {

    /** Beside the tracks of an attempt. */
    static final String FOLDER = "rows/";

    static final String TYPE = "text/plain";

    private static final Pattern NAME = Pattern.compile("[0-9]{13}-([0-9a-f]{64})\\.txt");
    private static final byte[] NOTHING = new byte[0];

    private TranscriptFile() {}

    static String name(long millis, Sha256 json) {
        return String.format(Locale.ROOT, "%013d-%s.txt", millis, json.hex());
    }

    /** The digest of the JSON that a key names; empty when it is no transcript. */
    static Optional<Sha256> digest(String key) {
        Matcher matcher = NAME.matcher(key.substring(key.lastIndexOf('/') + 1));
        return matcher.matches() ? Optional.of(new Sha256(matcher.group(1))) : Optional.empty();
    }

    static byte[] write(byte[] json, SecretBox box) {
        byte[] hand = box.close(label(json), NOTHING);
        String text = new String(json, StandardCharsets.UTF_8)
                + '\n'
                + Base64.getEncoder().encodeToString(hand)
                + '\n';
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Signed read(byte[] file, SecretBox box) throws IOException {
        String[] lines = new String(file, StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length != 3) {
            throw new IOException("is no transcript: it has no two lines");
        }
        byte[] json = lines[0].getBytes(StandardCharsets.UTF_8);
        return new Signed(Transcript.read(json), Sha256.digest(json), isOurs(json, lines[1], box));
    }

    private static boolean isOurs(byte[] json, String hand, SecretBox box) {
        try {
            box.open(label(json), Base64.getDecoder().decode(hand));
            return true;
        } catch (IllegalArgumentException | IllegalStateException | NegativeArraySizeException e) {
            return false;
        }
    }

    private static String label(byte[] json) {
        return "transcript-" + Sha256.digest(json);
    }

    /**
     * A transcript that was read.
     *
     * @param ours it was written under this master key and not changed since
     */
    record Signed(Transcript transcript, Sha256 digest, boolean ours) {}
}
