package org.knightswatch.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

/** A store keeps what it was given and never another thing in its place. */
interface KeepingContract extends StoreUnderTest {

    String TYPE = "video/mp4;codecs=avc1,opus";

    @Test
    default void holdsWhatWasPut() {
        ObjectKey key = newKey();
        byte[] bytes = bytes(100_000);

        assertThat(store().put(key, bytes, TYPE)).isEqualTo(Written.NOW);

        StoredObject held = store().look(key).orElseThrow();
        assertThat(held.key()).isEqualTo(key);
        assertThat(held.size()).isEqualTo(100_000);
        assertThat(held.sha256()).contains(Sha256.digest(bytes));
        assertThat(held.lastModified())
                .isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(300));
        assertThat(read(key)).isEqualTo(bytes);
    }

    @Test
    default void keepsNothingAtAllAsWell() {
        ObjectKey key = newKey();

        store().put(key, new byte[0], TYPE);

        assertThat(store().look(key).orElseThrow().size()).isZero();
        assertThat(read(key)).isEmpty();
    }

    @Test
    default void saysThatTheSameBytesWereThereBefore() {
        ObjectKey key = newKey();
        store().put(key, bytes(1_000), TYPE);

        assertThat(store().put(key, bytes(1_000), TYPE)).isEqualTo(Written.BEFORE);
    }

    @Test
    default void refusesOtherBytesUnderTheSameKey() {
        ObjectKey key = newKey();
        byte[] first = bytes(1_000);
        byte[] other = bytes(1_000);
        other[500] ^= 1;
        store().put(key, first, TYPE);

        assertCode(ProblemCode.OBJECT_DIFFERS, () -> store().put(key, other, TYPE));

        assertThat(read(key)).isEqualTo(first);
    }

    @Test
    default void letsOneOfManyAtOnceWin() throws Exception {
        ObjectKey key = newKey();
        Queue<byte[]> winners = new ConcurrentLinkedQueue<>();
        List<Callable<Void>> writers = new ArrayList<>();
        for (int size = 50_000; size < 50_008; size++) {
            byte[] mine = bytes(size);
            writers.add(() -> {
                store().put(key, mine, TYPE);
                winners.add(mine);
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(writers.size());

        threads.invokeAll(writers);

        threads.shutdown();
        assertThat(winners).hasSize(1);
        assertThat(read(key)).isEqualTo(winners.element());
    }

    @Test
    default void saysWhenNothingIsThere() {
        ObjectKey key = newKey();

        assertThat(store().look(key)).isEmpty();
        assertCode(ProblemCode.NOT_FOUND, () -> store().open(key, ByteRange.ALL));
        assertCode(ProblemCode.NOT_FOUND, () -> store().copy(key, newKey()));
    }

    @Test
    default void readsRanges() {
        ObjectKey key = newKey();
        store().put(key, new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, TYPE);

        assertThat(read(key, ByteRange.of(0, 0))).containsExactly(0);
        assertThat(read(key, ByteRange.of(3, 5))).containsExactly(3, 4, 5);
        assertThat(read(key, ByteRange.from(8))).containsExactly(8, 9);
        assertThat(read(key, ByteRange.of(7, 1_000))).containsExactly(7, 8, 9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a+b",
                "a%2Fb",
                "a%b",
                "ü",
                "日本語",
                "😀",
                "a&b=c?d#e",
                "a;b:c,d@e$f",
                "!'()*~^",
                "{}[]|<>\"`",
                "-_.x"
            })
    default void keepsKeysOfAnyLegalCharacters(String part) {
        ObjectKey key = ObjectKey.of(newKey() + "/" + part);
        ObjectKey copy = ObjectKey.of(newKey() + "/" + part);

        store().put(key, bytes(10), TYPE);
        store().copy(key, copy);

        assertThat(read(key)).isEqualTo(bytes(10));
        assertThat(read(copy)).isEqualTo(bytes(10));
        assertThat(store().list(key.value(), "", 10))
                .extracting(StoredObject::key)
                .containsExactly(key);
        store().delete(List.of(key));
        assertThat(store().look(key)).isEmpty();
    }

    @Test
    default void copiesOnceAndNeverOverSomethingElse() {
        ObjectKey from = newKey();
        ObjectKey to = newKey();
        ObjectKey taken = newKey();
        store().put(from, bytes(1_000), TYPE);
        store().put(taken, bytes(1_001), TYPE);

        assertThat(store().copy(from, to)).isEqualTo(Written.NOW);
        assertThat(store().copy(from, to)).isEqualTo(Written.BEFORE);
        assertCode(ProblemCode.OBJECT_DIFFERS, () -> store().copy(from, taken));

        assertThat(store().look(to).orElseThrow().sha256()).contains(Sha256.digest(bytes(1_000)));
        assertThat(read(taken)).isEqualTo(bytes(1_001));
    }

    @Test
    default void removesForGoodAndSaysWhatItKept() {
        String prefix = newKey() + "/";
        ObjectKey key = ObjectKey.of(prefix + "one");
        ObjectKey kept = ObjectKey.of(prefix + "other");
        store().put(key, bytes(10), TYPE);
        store().put(kept, bytes(11), TYPE);
        assertThat(store().remains(prefix)).extracting(StoredObject::size).containsExactly(10L, 11L);

        assertThat(store().remove(prefix, List.of(key))).isEmpty();

        assertThat(store().remains(prefix)).extracting(StoredObject::key).containsExactly(kept);
        assertThat(store().remove(prefix, List.of())).isEmpty();
    }

    @Test
    default void deletesWhatIsThereAndMindsNothingElse() {
        ObjectKey key = newKey();
        ObjectKey kept = newKey();
        store().put(key, bytes(10), TYPE);
        store().put(kept, bytes(10), TYPE);

        store().delete(List.of(key, newKey()));
        store().delete(List.of(key));
        store().delete(List.of());

        assertThat(store().look(key)).isEmpty();
        assertThat(store().look(kept)).isPresent();
        assertThat(store().put(key, bytes(11), TYPE)).isEqualTo(Written.NOW);
    }
}
