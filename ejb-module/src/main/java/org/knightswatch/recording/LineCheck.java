package org.knightswatch.recording;

import io.github.bucket4j.Bandwidth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.knightswatch.kernel.CallLimit;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.roster.EnrolmentId;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.PresignedUrl;
import org.knightswatch.store.StoreException;

/**
 * Lets a candidate's browser try its line before the exam: how fast it sends to us, and whether it reaches the store.
 * What is sent is thrown away.
 */
@ApplicationScoped
public class LineCheck {

    /** Enough to measure 20 Mbit/s by, and too little to be of use for anything else. */
    public static final int LARGEST = 1024 * 1024;

    private static final ObjectKey SIGN = ObjectKey.of("line-check/sign.txt");
    private static final byte[] WORDS = "You reach the store of Knights Watch.\n".getBytes(StandardCharsets.US_ASCII);
    private static final Duration SIGN_LIFE = Duration.ofMinutes(5);

    @Inject
    ObjectStore store;

    private final CallLimit<EnrolmentId> calls = new CallLimit<>(() -> Bandwidth.builder()
            .capacity(20)
            .refillGreedy(20, Duration.ofMinutes(1))
            .build());

    /** Counts bytes and forgets them. */
    public long swallow(EnrolmentId candidate, InputStream bytes) {
        calls.count(candidate);
        byte[] buffer = new byte[16 * 1024];
        long total = 0;
        try {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                total += read;
                if (total > LARGEST) {
                    throw new ProctoringException(ProblemCode.BODY_TOO_LARGE, LARGEST);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return total;
    }

    /** Something in the store that the browser may fetch; empty when we ourselves don't reach the store. */
    public Optional<PresignedUrl> sign(EnrolmentId candidate) {
        calls.count(candidate);
        try {
            store.put(SIGN, WORDS, "text/plain");
            return Optional.of(store.presignGet(SIGN, SIGN_LIFE));
        } catch (StoreException e) {
            return Optional.empty();
        }
    }
}
