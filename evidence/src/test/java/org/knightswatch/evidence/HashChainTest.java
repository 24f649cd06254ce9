package org.knightswatch.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HashChainTest {

    private final ManifestBody body = Samples.body();

    @Test
    void isWhatTheDocumentSays() {
        ManifestBody small = Samples.body(List.of(), body.entries().subList(1, 2));
        String head =
                "{\"attempt\":{\"endedAt\":\"2026-11-22T10:00:00Z\",\"id\":\"0191e2c3-0000-7000-8000-000000000001\","
                        + "\"number\":1,\"startedAt\":\"2026-11-22T09:00:00Z\",\"state\":\"COMPLETED\"},\"candidateId\":\"c-17\","
                        + "\"exam\":{\"code\":\"MATH-1\",\"environment\":\"production\"},\"objects\":[],"
                        + "\"recording\":{\"expectedMillis\":3600000,\"recordedMillis\":3599750,\"state\":\"INCOMPLETE\"},"
                        + "\"sealedAt\":\"2026-11-22T10:06:40Z\",\"track\":\"camera\"}";
        String entry = "{\"at\":\"2026-11-22T09:00:01Z\",\"kind\":\"event\",\"what\":\"STARTED\"}";

        String first = Samples.hash("knightswatch-evidence/1\n" + head);

        assertThat(HashChain.headOf(small)).isEqualTo(Samples.hash(first + "\n" + entry));
    }

    @Test
    void differsForEveryEntryThatIsDroppedDoubledOrMoved() {
        Set<String> heads = new HashSet<>(Set.of(HashChain.headOf(body)));
        int tried = 1;
        for (int i = 0; i < body.entries().size(); i++) {
            List<Entry> dropped = new ArrayList<>(body.entries());
            dropped.remove(i);
            heads.add(headOf(dropped));
            List<Entry> doubled = new ArrayList<>(body.entries());
            doubled.add(i, doubled.get(i));
            heads.add(headOf(doubled));
            List<Entry> moved = new ArrayList<>(body.entries());
            Collections.swap(moved, i, (i + 1) % moved.size());
            heads.add(headOf(moved));
            tried += 3;
        }

        assertThat(heads).hasSize(tried);
    }

    private String headOf(List<Entry> entries) {
        return HashChain.headOf(Samples.body(body.objects(), entries));
    }
}
