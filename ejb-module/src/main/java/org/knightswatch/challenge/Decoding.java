package org.knightswatch.challenge;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Has the program at hand that the settings name now. */
@ApplicationScoped
public class Decoding {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    ChallengeSettings settings;

    Ffmpeg program() {
        return new Ffmpeg(
                settings.ffmpeg(), LIMIT, task -> threads.newThread(task).start());
    }
}
