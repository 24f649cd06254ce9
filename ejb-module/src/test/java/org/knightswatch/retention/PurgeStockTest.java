package org.knightswatch.retention;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knightswatch.archive.MemoryStore;
import org.knightswatch.recording.RecordingRemoval.Whereabouts;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.StoredObject;

import static org.assertj.core.api.Assertions.assertThat;

@SuppressWarnings("UnnecessaryAssignment") // as the container does
class PurgeStockTest {

    private static final String PLACE = "archive/m/c-1/1/camera/";
    private static final String SEGMENTS = "segments/default/M/C-1/1/";

    private final MemoryStore store = new MemoryStore();
    private final PurgeStock stock = new PurgeStock();
    private final Whereabouts where = new Whereabouts(Set.of(PLACE), Set.of(SEGMENTS), Set.of(), Map.of());

    @BeforeEach
    void fill() {
        stock.store = store;
        put(PLACE + "take-1.mp4");
        put(SEGMENTS + "camera/t/00000-a.mp4");
        put(SEGMENTS + "screen/u/00000-b.mp4");
    }

    @Test
    void findsWhatLiesThereWhateverTheRowsSay() {
        assertThat(keys(stock.of(where)))
                .containsExactly(
                        PLACE + "take-1.mp4", SEGMENTS + "camera/t/00000-a.mp4", SEGMENTS + "screen/u/00000-b.mp4");
    }

    @Test
    void leavesRecordingsOfOthersAlone() {
        put(PLACE + "2027/take-1.mp4");
        put("segments/default/M/C-1/10/camera/v/00000-c.mp4");
        put("segments/default/M/C-10/1/camera/v/00000-c.mp4");

        stock.remove(where, stock.of(where));

        assertThat(stock.of(where)).isEmpty();
        assertThat(store.remains("")).hasSize(3);
    }

    @Test
    void namesWhatTheStoreRefuses() {
        ObjectKey locked = ObjectKey.of(PLACE + "take-1.mp4");
        store.lock(locked, "AccessDenied: locked until 2030");

        assertThat(stock.remove(where, stock.of(where))).isEqualTo(Map.of(locked, "AccessDenied: locked until 2030"));
        assertThat(keys(stock.of(where))).containsExactly(locked.value());
    }

    private void put(String key) {
        store.put(ObjectKey.of(key), new byte[] {1}, "video/mp4");
    }

    private static List<String> keys(List<StoredObject> objects) {
        return objects.stream().map(object -> object.key().value()).toList();
    }
}
