package org.knightswatch.archive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.knightswatch.archive.ArchivePlaylistTest.take;

class TakeListTest {

    @Test
    void namesEachTakeWithItsLengthAndItsTime() {
        assertThat(new String(
                        TakeList.of(List.of(take(1, "mp4", 0, 1, 2), take(2, "webm", 0, 1))), StandardCharsets.UTF_8))
                .isEqualTo("""
                        #EXTM3U
                        #EXTINF:8,Take 1, 2027-03-01T12:01:00Z
                        take-1.mp4
                        #EXTINF:4,Take 2, 2027-03-01T12:02:00Z
                        take-2.webm
                        """);
    }

    @Test
    void isThereOnlyWhereATakeIs() {
        assertThat(TakeList.of(List.of())).isEmpty();
    }
}
