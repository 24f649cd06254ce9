package org.knightswatch.store;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knightswatch.kernel.ProblemCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** An object of many parts appears whole or not at all. */
interface WritingContract extends StoreUnderTest {

    int PART = 8 * 1024 * 1024;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PART - 1, PART, PART + 1, 2 * PART, 2 * PART + 12_345})
    default void writesAnySize(int size) {
        ObjectKey key = newKey();

        assertThat(write(key, bytes(size))).isEqualTo(Written.NOW);

        assertThat(store().look(key).orElseThrow().size()).isEqualTo(size);
        assertThat(read(key)).isEqualTo(bytes(size));
    }

    @Test
    default void readsAcrossTheSeamOfTwoParts() {
        ObjectKey key = newKey();
        byte[] bytes = bytes(PART + 1_000);

        write(key, bytes);

        assertThat(read(key, ByteRange.of(PART - 10, PART + 9)))
                .isEqualTo(Arrays.copyOfRange(bytes, PART - 10, PART + 10));
    }

    @Test
    default void showsNothingBeforeItIsFinished() {
        ObjectKey key = newKey();

        try (ObjectWriter writer = store().write(key, "video/mp4")) {
            writer.write(bytes(PART + 1), 0, PART + 1);

            assertThat(store().look(key)).isEmpty();
            assertThat(store().list(key.value(), "", 10)).isEmpty();

            writer.finish();
            assertThat(store().look(key)).isPresent();
        }
        assertThat(store().look(key)).isPresent();
    }

    @Test
    default void leavesNothingWhenItIsGivenUp() {
        ObjectKey key = newKey();

        try (ObjectWriter writer = store().write(key, "video/mp4")) {
            writer.write(bytes(PART + 1), 0, PART + 1);
        }

        assertThat(store().look(key)).isEmpty();
        assertThat(write(key, bytes(10))).isEqualTo(Written.NOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 2 * PART})
    default void writesTheSameTwiceAndNothingElseInItsPlace(int size) {
        ObjectKey key = newKey();
        byte[] bytes = bytes(size);
        byte[] other = bytes.clone();
        other[size - 1] ^= 1;

        assertThat(write(key, bytes)).isEqualTo(Written.NOW);
        assertThat(write(key, bytes)).isEqualTo(Written.BEFORE);
        assertCode(ProblemCode.OBJECT_DIFFERS, () -> write(key, other));

        assertThat(read(key)).isEqualTo(bytes);
    }

    @Test
    default void copiesWhatWasWrittenInParts() {
        ObjectKey from = newKey();
        ObjectKey to = newKey();
        write(from, bytes(PART + 1));

        assertThat(store().copy(from, to)).isEqualTo(Written.NOW);
        assertThat(store().copy(from, to)).isEqualTo(Written.BEFORE);

        assertThat(read(to)).isEqualTo(bytes(PART + 1));
    }

    @Test
    default void takesNothingMoreOnceItIsFinished() {
        try (ObjectWriter writer = store().write(newKey(), "video/mp4")) {
            writer.finish();

            assertThatIllegalStateException().isThrownBy(() -> writer.write(new byte[1], 0, 1));
            assertThatIllegalStateException().isThrownBy(writer::finish);
        }
    }

    /** By pieces of an odd size, as they come from elsewhere. */
    private Written write(ObjectKey key, byte[] bytes) {
        try (ObjectWriter writer = store().write(key, "video/mp4")) {
            for (int from = 0; from < bytes.length; from += 99_991) {
                writer.write(bytes, from, Math.min(99_991, bytes.length - from));
            }
            return writer.finish();
        }
    }
}
