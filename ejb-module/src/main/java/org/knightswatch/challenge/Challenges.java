package org.knightswatch.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.SecretBox;
import org.knightswatch.kernel.ServerClock;

/**
 * When each page is to show what: derived from the attempt and the time, so that every node says the same, none keeps it,
 * and nobody without the master key knows it before a page is told.
 */
@ApplicationScoped
public class Challenges {

    /** A page that beats every five seconds hears of each in time. */
    static final Duration TOLD_BEFORE = Duration.ofMillis(6_500);

    /** So much at least lies between two, because each is compared with the time before it. */
    static final Duration APART = Duration.ofSeconds(10);

    private static final List<Tone> TONES = List.of(Tone.values());
    private static final List<Colour> COLOURS = List.of(Colour.values());

    @Inject
    SecretBox secrets;

    @Inject
    ServerClock clock;

    @Inject
    ChallengeSettings settings;

    /** What this attempt's page is to be told of now; empty most of the time. */
    public Optional<Challenge> soon(AttemptId attempt) {
        if (!settings.on()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant until = now.plus(TOLD_BEFORE);
        return Stream.of(slot(now), slot(until))
                .map(slot -> ofSlot(attempt, slot))
                .filter(challenge ->
                        challenge.at().isAfter(now) && challenge.at().isBefore(until))
                .findFirst();
    }

    /** The one of exactly this moment; empty when there is none. */
    Optional<Challenge> at(AttemptId attempt, Instant moment) {
        return settings.on()
                ? Optional.of(ofSlot(attempt, slot(moment)))
                        .filter(challenge -> challenge.at().equals(moment))
                : Optional.empty();
    }

    private long slot(Instant moment) {
        return Math.floorDiv(moment.toEpochMilli(), settings.every().toMillis());
    }

    private Challenge ofSlot(AttemptId attempt, long slot) {
        long length = settings.every().toMillis();
        ByteBuffer mark = ByteBuffer.wrap(secrets.mark("challenge", attempt + " " + slot));
        long offset = Math.floorMod(mark.getLong(), length - APART.toMillis());
        Tone tone = any(TONES, mark.get());
        Colour colour = any(COLOURS, mark.get());
        return new Challenge(Instant.ofEpochMilli(slot * length + offset), tone, colour);
    }

    private static <T> T any(List<T> all, byte chance) {
        return all.get(Byte.toUnsignedInt(chance) % all.size());
    }
}
