package org.knightswatch.recording;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.knightswatch.kernel.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

class SegmentKeysTest {

    @Test
    void keepsDifferentTextsDifferent() {
        List<String> texts = List.of("a/b", "a", "..", ".", "a.b", "A", "a=2F", "ä", "a b", "", "C-20431", "..a");

        assertThat(texts.stream().map(SegmentKeys::part).collect(Collectors.toSet()))
                .hasSize(texts.size());
        assertThat(texts).allSatisfy(text -> assertThat(SegmentKeys.part(text)).matches("[A-Za-z0-9._=-]*"));
        assertThat(SegmentKeys.part("..")).doesNotStartWith(".");
        assertThat(SegmentKeys.part("a/b")).doesNotContain("/");
    }

    @Test
    void sortsLikeTheSequencesAndGivesThemBack() {
        Sha256 digest = Sha256.digest("bytes");
        String second = SegmentKeys.key("p/", 2, digest, "video/mp4");
        String tenth = SegmentKeys.key("p/", 10, digest, "video/webm;codecs=vp8");

        assertThat(second).isLessThan(tenth).endsWith(".mp4");
        assertThat(tenth).endsWith(".webm");
        assertThat(SegmentKeys.sequence("p/", tenth)).isEqualTo(10);
        assertThat(second).startsWith(SegmentKeys.start("p/", 2));
    }
}
