package org.knightswatch.challenge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.Suspicion;
import org.knightswatch.kernel.SecretBox;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.kernel.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

class ChallengesTest {

    private final AttemptId attempt = new AttemptId(new UUID(0, 1));
    private final AttemptId other = new AttemptId(new UUID(0, 2));
    private final ServerClock clock = new ServerClock();
    private final Challenges challenges = challenges(clock);

    @BeforeEach
    void set() {
        System.setProperty("knightswatch.ffmpeg", "ffmpeg");
        System.setProperty("knightswatch.challenge.every", "PT1M");
    }

    @AfterEach
    void clear() {
        System.clearProperty("knightswatch.ffmpeg");
        System.clearProperty("knightswatch.challenge.every");
    }

    @Test
    void areTheSameOnEveryNodeAndNobodyElses() {
        List<Challenge> told = told(attempt);

        assertThat(told).hasSizeBetween(119, 121);
        for (Challenge challenge : told) {
            assertThat(challenges(clock).at(attempt, challenge.at())).contains(challenge);
            assertThat(challenges.at(other, challenge.at())).isEmpty();
            assertThat(challenges.at(attempt, challenge.at().plusMillis(1))).isEmpty();
        }
    }

    @Test
    void areHeardOfByEveryBeatAndNotMuchEarlier() {
        for (int beat = 0; beat < 1_000; beat++) {
            challenges.soon(attempt).ifPresent(challenge -> assertThat(
                            Duration.between(clock.instant(), challenge.at()))
                    .isLessThan(Challenges.TOLD_BEFORE));
            clock.move(Duration.ofSeconds(1));
        }
    }

    @Test
    void lieApartAndUseEveryToneAndColour() {
        List<Challenge> told = told(attempt);

        for (int i = 1; i < told.size(); i++) {
            assertThat(Duration.between(told.get(i - 1).at(), told.get(i).at())).isGreaterThan(Challenges.APART);
        }
        assertThat(told.stream().map(Challenge::tone).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Tone.values());
        assertThat(told.stream().map(Challenge::colour).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Colour.values());
    }

    @Test
    void areNoneWithoutTheProgram() {
        Instant known = told(attempt).get(0).at();
        System.clearProperty("knightswatch.ffmpeg");

        assertThat(told(attempt)).isEmpty();
        assertThat(challenges.at(attempt, known)).isEmpty();
    }

    @Test
    void areSuspiciousWhenNoneOfSeveralColoursWasSeen() {
        assertThat(suspicion(Outcome.NOT_FOUND, Outcome.NOT_FOUND, Outcome.NOT_LOOKED))
                .isEmpty();
        assertThat(suspicion(Outcome.NOT_FOUND, Outcome.NOT_FOUND, Outcome.FOUND, Outcome.NOT_FOUND))
                .isEmpty();
        assertThat(suspicion(Outcome.NOT_FOUND, Outcome.NOT_LOOKED, Outcome.NOT_FOUND, Outcome.NOT_FOUND))
                .extracting(Suspicion::reason)
                .containsExactly("COLOURS_NOT_SEEN");
    }

    /** Tones that nobody heard are no reason for anything. */
    private List<Suspicion> suspicion(Outcome... colours) {
        List<ChallengeView> all = new ArrayList<>();
        for (Outcome colour : colours) {
            Instant now = clock.instant();
            all.add(new ChallengeView(
                    UUID.randomUUID(), now, now, now, Tone.A, Colour.TEAL, Outcome.NOT_FOUND, colour));
        }
        return Unseen.suspicion(attempt, all).stream().toList();
    }

    /** What a page is told that beats for two hours. */
    private List<Challenge> told(AttemptId id) {
        List<Challenge> told = new ArrayList<>();
        for (int second = 0; second < 7_200; second += 5) {
            challenges.soon(id).filter(challenge -> !told.contains(challenge)).ifPresent(told::add);
            clock.move(Duration.ofSeconds(5));
        }
        return told;
    }

    @SuppressWarnings("UnnecessaryAssignment") // no container here
    private static Challenges challenges(ServerClock clock) {
        Challenges challenges = new Challenges();
        challenges.clock = clock;
        challenges.settings = new ChallengeSettings();
        challenges.secrets = new SecretBox() {
            @Override
            public byte[] mark(String label, String text) {
                return Sha256.digest(label + text).bytes();
            }
        };
        return challenges;
    }
}
