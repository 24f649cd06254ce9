package org.knightswatch.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.SecretBox;
import org.knightswatch.kernel.ServerClock;

/**
 * What the live socket hands to a candidate's page every few seconds: nobody can know it earlier, and nobody else. It is
 * derived from the attempt and the time, so that every node knows what any node gave, and no row is kept.
 */
@ApplicationScoped
public class Nonces {

    private static final long SLOT_SECONDS = 10;
    /** A page hears a new one with each beat; its line may be slow, and a commit waits its turn. */
    private static final Duration FRESH = Duration.ofSeconds(60);

    private static final Pattern FORM = Pattern.compile("[0-9]{1,12}\\.[0-9A-Za-z_-]{22}");
    private static final int BYTES = 16;

    @Inject
    SecretBox secrets;

    @Inject
    ServerClock clock;

    /** The one of this moment. */
    public String now(AttemptId attempt) {
        return nonce(attempt, clock.instant().getEpochSecond() / SLOT_SECONDS);
    }

    /** Whether it was given to this attempt a short while ago. */
    boolean isFresh(AttemptId attempt, String nonce) {
        if (nonce == null || !FORM.matcher(nonce).matches()) {
            return false;
        }
        long slot = Long.parseLong(nonce.substring(0, nonce.indexOf('.')));
        Instant given = Instant.ofEpochSecond(slot * SLOT_SECONDS);
        Duration age = Duration.between(given, clock.instant());
        boolean timely = age.compareTo(FRESH) <= 0 && age.compareTo(Duration.ofSeconds(-SLOT_SECONDS)) >= 0;
        return timely && MessageDigest.isEqual(bytes(nonce), bytes(nonce(attempt, slot)));
    }

    private String nonce(AttemptId attempt, long slot) {
        byte[] mark = secrets.mark("live nonce", attempt + " " + slot);
        return slot + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mark, BYTES));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
