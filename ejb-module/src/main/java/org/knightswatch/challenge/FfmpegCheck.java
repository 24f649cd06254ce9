package org.knightswatch.challenge;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Looks whether the program is there: the application does not start on a setting that would find nothing, ever. */
@Singleton
@Startup
public class FfmpegCheck {

    @Inject
    ChallengeSettings settings;

    @Inject
    Decoding decoding;

    @PostConstruct
    void check() {
        if (settings.on() && !decoding.program().works()) {
            throw new IllegalStateException("The setting knightswatch.ffmpeg is '" + settings.ffmpeg()
                    + "'; it must be a program that answers to -version, or empty.");
        }
    }
}
