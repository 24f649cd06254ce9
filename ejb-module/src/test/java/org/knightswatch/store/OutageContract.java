package org.knightswatch.store;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.knightswatch.kernel.ProblemCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** A store that is away says so soon, and holds afterwards what it held before. */
@Timeout(120)
interface OutageContract extends StoreUnderTest {

    Duration SOON = Duration.ofSeconds(15);

    @AfterEach
    default void mendTheStore() {
        mend();
    }

    @Test
    default void saysSoonThatTheStoreIsGone() {
        ObjectKey key = newKey();
        kill();

        assertAway(() -> impatient().put(key, bytes(10), "text/plain"));
        assertAway(() -> impatient().look(key));
        assertAway(() -> impatient().list("test/", "", 10));
        assertAway(() -> impatient().open(key, ByteRange.ALL));
        assertAway(() -> impatient().copy(key, newKey()));
        assertAway(() -> impatient().delete(List.of(key)));
    }

    @Test
    default void saysSoonThatTheStoreDoesNotAnswer() {
        freeze();

        assertAway(() -> impatient().look(newKey()));
        assertAway(() -> impatient().put(newKey(), bytes(10), "text/plain"));
    }

    @Test
    default void signsWithoutTheStore() {
        kill();

        Contents contents = Contents.of(bytes(10), "text/plain");
        assertThat(store().presignPut(newKey(), contents, Duration.ofMinutes(1)).url())
                .isNotNull();
        assertThat(store().presignGet(newKey(), Duration.ofMinutes(1)).url()).isNotNull();
    }

    @Test
    default void holdsWhatItHeldWhenItComesBack() {
        ObjectKey key = newKey();
        store().put(key, bytes(100_000), "text/plain");
        kill();

        mend();

        assertThat(read(key)).isEqualTo(bytes(100_000));
        assertThat(store().put(key, bytes(100_000), "text/plain")).isEqualTo(Written.BEFORE);
    }

    @Test
    default void finishesNothingThatLostItsStore() {
        ObjectKey key = newKey();
        int part = WritingContract.PART;

        assertThatCode(() -> {
                    try (ObjectWriter writer = store().write(key, "video/mp4")) {
                        writer.write(bytes(part + 1), 0, part + 1);
                        kill();
                        assertAway(writer::finish);
                        assertAway(() -> writer.write(bytes(part), 0, part));
                    }
                })
                .doesNotThrowAnyException();

        mend();
        assertThat(store().look(key)).isEmpty();
    }

    @Test
    default void finishesWhenTheStoreIsBack() {
        ObjectKey key = newKey();
        int part = WritingContract.PART;

        try (ObjectWriter writer = store().write(key, "video/mp4")) {
            writer.write(bytes(part + 1), 0, part + 1);
            kill();
            assertCode(ProblemCode.STORE_AWAY, writer::finish);
            mend();

            assertThat(writer.finish()).isEqualTo(Written.NOW);
        }
        assertThat(read(key)).isEqualTo(bytes(part + 1));
    }

    private void assertAway(ThrowingCallable call) {
        long begun = System.nanoTime();
        assertCode(ProblemCode.STORE_AWAY, call);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
    }
}
