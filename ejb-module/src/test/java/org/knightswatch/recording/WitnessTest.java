package org.knightswatch.recording;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.SecretBox;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.kernel.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

class WitnessTest {

    @Nested
    class Nonce {

        private final AttemptId attempt = new AttemptId(new UUID(0, 1));
        private final ServerClock clock = new ServerClock();
        private final Nonces nonces = nonces(clock);

        @Test
        void isGoodForAMinuteOnAnyNode() {
            String given = nonces.now(attempt);
            clock.move(Duration.ofSeconds(45));

            assertThat(nonces(clock).isFresh(attempt, given)).isTrue();
            clock.move(Duration.ofSeconds(30));
            assertThat(nonces.isFresh(attempt, given)).isFalse();
        }

        @Test
        void changesWithTheTime() {
            String given = nonces.now(attempt);
            clock.move(Duration.ofSeconds(10));

            assertThat(nonces.now(attempt)).isNotEqualTo(given);
        }

        @Test
        void isOfOneAttemptOnly() {
            assertThat(nonces.isFresh(new AttemptId(new UUID(0, 2)), nonces.now(attempt)))
                    .isFalse();
        }

        @Test
        void canNotBeMadeUp() {
            String given = nonces.now(attempt);
            String slot = given.substring(0, given.indexOf('.') + 1);

            assertThat(nonces.isFresh(attempt, slot + "A".repeat(22))).isFalse();
            assertThat(nonces.isFresh(attempt, "nonsense")).isFalse();
            assertThat(nonces.isFresh(attempt, null)).isFalse();
        }

        @SuppressWarnings("UnnecessaryAssignment") // no container here
        private static Nonces nonces(ServerClock clock) {
            Nonces nonces = new Nonces();
            nonces.clock = clock;
            nonces.secrets = new SecretBox() {
                @Override
                public byte[] mark(String label, String text) {
                    return Sha256.digest(label + text).bytes();
                }
            };
            return nonces;
        }
    }

    @Nested
    class Hash {

        private final TakeId take = new TakeId(UUID.fromString("0191e2c3-0000-7000-8000-000000000001"));
        private final List<SegmentDraft> two = List.of(segment(3, "ab"), segment(4, "cd"));
        /** The page's own test has the same words and the same hash. */
        private final Witness witness =
                new Witness("1.AAAA", "54e69599767e6d5b557483532c16dfc86f716c771568acf3d2c0860f3dbcb015");

        @Test
        void coversTheNonceTheTakeAndAllSegmentsInTheirOrder() {
            assertThat(witness.isOf(take, two)).isTrue();
            assertThat(witness.isOf(take, List.of(two.get(1), two.get(0)))).isFalse();
            assertThat(witness.isOf(take, two.subList(0, 1))).isFalse();
            assertThat(witness.isOf(new TakeId(new UUID(0, 1)), two)).isFalse();
            assertThat(new Witness("2.AAAA", witness.hash()).isOf(take, two)).isFalse();
        }

        @Test
        void standsBehindTheNonceInTheHeaderOfTheRelay() {
            assertThat(Witness.ofHeader("1.AAAA " + witness.hash())).isEqualTo(witness);
            assertThat(Witness.ofHeader("1.AAAA").isOf(take, two)).isFalse();
            assertThat(Witness.ofHeader(null)).isNull();
        }

        private static SegmentDraft segment(int sequence, String digest) {
            return new SegmentDraft(sequence, 10L, digest.repeat(32), 0L, 0L);
        }
    }
}
