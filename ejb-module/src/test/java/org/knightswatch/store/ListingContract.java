package org.knightswatch.store;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One list of a prefix proves a whole batch, so it must be complete and in order. */
interface ListingContract extends StoreUnderTest {

    @Test
    default void listsInTheOrderOfKeys() {
        String prefix = newKey() + "/";
        put(prefix, "b", "a", "c/b", "B", "10", "9", "a-", "c-");

        assertThat(store().list(prefix, "", 100))
                .extracting(object -> object.key().value().substring(prefix.length()))
                .containsExactly("10", "9", "B", "a", "a-", "b", "c-", "c/b");
    }

    @Test
    default void saysHowLargeEachIs() {
        ObjectKey key = newKey();
        store().put(key, bytes(1_234), "text/plain");

        assertThat(store().list(key.value(), "", 10)).singleElement().satisfies(object -> {
            assertThat(object.key()).isEqualTo(key);
            assertThat(object.size()).isEqualTo(1_234);
            assertThat(object.lastModified())
                    .isEqualTo(store().look(key).orElseThrow().lastModified());
        });
    }

    @Test
    default void beginsAfterAKeyThatIsThereOrNot() {
        String prefix = newKey() + "/";
        put(prefix, "1", "2", "3");

        assertThat(store().list(prefix, prefix + "1", 100)).hasSize(2);
        assertThat(store().list(prefix, prefix + "15", 100)).hasSize(2);
        assertThat(store().list(prefix, prefix + "3", 100)).isEmpty();
    }

    @Test
    default void listsNoMoreThanAsked() {
        String prefix = newKey() + "/";
        put(prefix, "1", "2", "3");

        assertThat(store().list(prefix, "", 2)).hasSize(2);
        assertThat(store().list(prefix, "", 0)).isEmpty();
    }

    @Test
    default void takesPartOfANameForAPrefix() {
        String prefix = newKey() + "/";
        put(prefix, "take-1", "take-10", "other");

        assertThat(store().list(prefix + "take-1", "", 10)).hasSize(2);
        assertThat(store().list(prefix + "none", "", 10)).isEmpty();
    }

    @Test
    default void pagesOverMoreThanAThousand() {
        String prefix = newKey() + "/";
        List<ObjectKey> keys = IntStream.range(0, 1_100)
                .mapToObj(i -> ObjectKey.of(prefix + String.format("%06d", i)))
                .toList();
        assertThat(keys.parallelStream().map(key -> store().put(key, new byte[] {1}, "text/plain")))
                .containsOnly(Written.NOW);

        List<StoredObject> all = store().list(prefix, "", 5_000);
        assertThat(all).extracting(StoredObject::key).containsExactlyElementsOf(keys);
        assertThat(store().list(prefix, "", 1_050)).isEqualTo(all.subList(0, 1_050));
        assertThat(store().list(prefix, keys.get(49).value(), 1_050)).isEqualTo(all.subList(50, 1_100));

        store().delete(keys);
        assertThat(store().list(prefix, "", 10)).isEmpty();
    }

    private void put(String prefix, String... names) {
        Stream.of(names).sorted(Comparator.reverseOrder()).forEach(name -> store().put(
                        ObjectKey.of(prefix + name), new byte[] {1}, "text/plain"));
    }
}
