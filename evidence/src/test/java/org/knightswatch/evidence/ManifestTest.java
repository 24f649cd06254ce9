package org.knightswatch.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.knightswatch.evidence.Entry.Take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.knightswatch.evidence.Samples.FIRST;
import static org.knightswatch.evidence.Samples.SECOND;
import static org.knightswatch.evidence.Samples.object;
import static org.knightswatch.evidence.Samples.segment;
import static org.knightswatch.evidence.Samples.take;

class ManifestTest {

    private final Signer signer = Signer.generate();

    @Test
    void readsBackWhatItWrote() {
        Manifest manifest = Manifest.seal(Samples.body(), signer);

        Manifest read = Manifest.read(manifest.bytes());

        assertThat(read).isEqualTo(manifest);
        assertThat(read.bytes()).isEqualTo(manifest.bytes());
    }

    @Test
    void isOneLineThatEnds() {
        String text = new String(Manifest.seal(Samples.body(), signer).bytes(), StandardCharsets.UTF_8);

        assertThat(text).startsWith("{\"body\":{\"attempt\":").endsWith("}\n");
        assertThat(text.indexOf('\n')).isEqualTo(text.length() - 1);
    }

    @Test
    void isSealedByItsKey() {
        Manifest manifest = Manifest.seal(Samples.body(), signer);

        assertThat(manifest.seal().verifiedKey(manifest.head()).map(SealKey::fingerprint))
                .contains(signer.key().fingerprint());
        assertThat(manifest.seal().verifiedKey("0".repeat(64))).isEmpty();
    }

    @Test
    void knowsTheKeysThatSealedAllOfIt() {
        Manifest sealed = Manifest.seal(Samples.body(), signer);
        Manifest other = new Manifest(Samples.body(List.of(), List.of()), sealed.head(), sealed.seal());

        assertThat(sealed.isSealedBy(Set.of(signer.key().fingerprint()))).isTrue();
        assertThat(sealed.isSealedBy(Set.of(Signer.generate().key().fingerprint())))
                .isFalse();
        assertThat(other.isSealedBy(Set.of(signer.key().fingerprint()))).isFalse();
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        Take open = new Take(FIRST, 1, "video/mp4", Samples.BEGIN, Samples.BEGIN, null, null, null);

        assertThat(open.json()).doesNotContainKeys("lastSequence", "closeReason", "object");
        assertThat(Manifest.seal(Samples.body(List.of(), List.of(open)), signer).bytes())
                .satisfies(bytes ->
                        assertThat(Manifest.read(bytes).body().entries()).containsExactly(open));
    }

    @Test
    void refusesAnotherFormat() {
        byte[] later = "{\"format\":\"knightswatch-evidence/2\",\"more\":{}}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Manifest.read(later)).hasMessageContaining("knightswatch-evidence/2");
    }

    @Test
    void refusesMembersItDoesNotKnow() {
        String text = new String(Manifest.seal(Samples.body(), signer).bytes(), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read(text.replace("\"number\":1,", "\"name\":\"x\",\"number\":1,")))
                .hasMessage("body.attempt.name is not known");
        assertThatThrownBy(() -> read(text.replace("\"track\":\"camera\"", "\"track\":7")))
                .hasMessage("body.track is of another kind");
        assertThatThrownBy(() -> read(text.replace(",\"track\":\"camera\"", "")))
                .isInstanceOf(ManifestException.class);
        assertThatThrownBy(() -> read(text.replace("\"kind\":\"gap\"", "\"kind\":\"gas\"")))
                .hasMessageContaining("body.entries[5]: an unknown kind");
    }

    @Test
    void sealsNoObjectOutsideItsFolder() {
        for (String name : List.of("../x.mp4", "a/b.mp4", "a\\b", "", ".", "manifest.json", "Take.mp4", "x\u0000")) {
            assertThatThrownBy(() -> object(name, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void sealsNothingThatContradictsItself() {
        refuses("is no object here", take(FIRST, 1, "take-9.mp4"), segment(FIRST, 0, 0, 30));
        refuses("does not stand before it", segment(FIRST, 0, 0, 30));
        refuses("not at byte 10", take(FIRST, 1, "a.mp4"), segment(FIRST, 0, 0, 10), segment(FIRST, 1, 11, 19));
        refuses("not at byte 10", take(FIRST, 1, "a.mp4"), segment(FIRST, 0, 0, 10), segment(FIRST, 1, 9, 21));
        refuses("up to byte 10 of the 30", take(FIRST, 1, "a.mp4"), segment(FIRST, 0, 0, 10));
        refuses("behind segment 2", take(FIRST, 1, "a.mp4"), segment(FIRST, 2, 0, 10), segment(FIRST, 1, 10, 20));
        refuses("behind segment 2", take(FIRST, 1, "a.mp4"), segment(FIRST, 2, 0, 10), segment(FIRST, 2, 10, 20));
        refuses("behind the last, 4", take(FIRST, 1, "a.mp4"), segment(FIRST, 5, 0, 30));
        refuses("segments and no object", take(FIRST, 1, null), segment(FIRST, 0, 0, 30));
        refuses("stands twice", take(FIRST, 1, null), take(FIRST, 2, null));
        refuses("has the number 1", take(FIRST, 1, null), take(SECOND, 1, null));
        refuses("is in a.mp4, too", take(FIRST, 1, "a.mp4"), segment(FIRST, 0, 0, 30), take(SECOND, 2, "a.mp4"));
    }

    @Test
    void sealsNothingThatCannotBeReadAgain() {
        ManifestBody body = Samples.body();
        ManifestBody nobody = new ManifestBody(
                body.exam(), null, body.attempt(), "camera", body.recording(), Samples.BEGIN, List.of(), List.of());

        assertThatThrownBy(() -> Manifest.seal(nobody, signer)).hasMessage("body.candidateId is missing");
    }

    @Test
    void sealsNoObjectTwice() {
        ManifestBody body = Samples.body(List.of(object("a.mp4", 1), object("a.mp4", 1)), List.of());

        assertThatThrownBy(() -> Manifest.seal(body, signer)).hasMessageContaining("stands twice");
    }

    private void refuses(String reason, Entry... entries) {
        ManifestBody body = Samples.body(List.of(object("a.mp4", 30)), List.of(entries));

        assertThatThrownBy(() -> Manifest.seal(body, signer))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining(reason);
    }

    private static Manifest read(String text) {
        return Manifest.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
