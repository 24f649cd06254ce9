package org.knightswatch.recording;

import io.github.bucket4j.Bandwidth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.CallLimit;

/** How often the browser of an attempt may make recording calls. */
@ApplicationScoped
public class RecordingLimits {

    private static final int BURST = 10;

    @Inject
    RecordingSettings settings;

    private final CallLimit<AttemptId> calls = new CallLimit<>(this::bandwidth);

    /** Counts a call; refuses with how many seconds to wait. */
    public void count(AttemptId attempt) {
        calls.count(attempt);
    }

    private Bandwidth bandwidth() {
        int perSecond = settings.callsPerSecond();
        return Bandwidth.builder()
                .capacity((long) BURST * perSecond)
                .refillGreedy(perSecond, Duration.ofSeconds(1))
                .build();
    }
}
