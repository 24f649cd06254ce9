package org.knightswatch.evidence;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.knightswatch.evidence.Finding.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** Spoils the manifest, blindly and as somebody does who knows the format, and asks whether it was found. */
class ManifestMutationTest {

    private final SealedFolder folder = SealedFolder.small();
    private final byte[] bytes = folder.files.get(Manifest.NAME);
    private final String text = new String(bytes, StandardCharsets.UTF_8);

    @Test
    void findsEveryByteThatChanged() {
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < bytes.length; i++) {
            for (int bit : new int[] {0x01, 0x20, 0x80}) {
                byte[] spoilt = bytes.clone();
                spoilt[i] ^= (byte) bit;
                missed(spoilt, "byte " + i, missed);
            }
        }

        assertThat(missed).isEmpty();
    }

    @Test
    void findsEveryByteThatIsMissingOrTooMany() {
        List<String> missed = new ArrayList<>();
        for (int i = 0; i <= bytes.length; i++) {
            String before = text.substring(0, i);
            String after = text.substring(i);
            for (String more : List.of(" ", "\n", "\t", "0", "\"", ",", "{}", "\u0000")) {
                missed((before + more + after).getBytes(StandardCharsets.UTF_8), "more at " + i, missed);
            }
            missed(
                    before.getBytes(StandardCharsets.UTF_8),
                    "cut at " + i,
                    i == bytes.length ? new ArrayList<>() : missed);
            if (i < bytes.length) {
                missed((before + after.substring(1)).getBytes(StandardCharsets.UTF_8), "dropped at " + i, missed);
            }
        }

        assertThat(missed).isEmpty();
    }

    @Test
    void findsOtherSpellingsOfTheSame() {
        Stream<String> others = Stream.of(
                text.substring(0, text.length() - 1),
                text + "\n",
                text.replace(":", ": "),
                text.replace("camera", "c\\u0061mera"),
                text.replace("video/x", "video\\/x"),
                text.replace("\"number\":1,", "\"number\":1.0,"),
                text.replace("\"number\":1,", "\"number\":1e0,"),
                text.replace("\"startMillis\":0,", "\"startMillis\":-0,"),
                text.replace("09:00:00Z", "09:00:00.000Z"),
                text.replace("09:00:00Z", "10:00:00+01:00"),
                text.replace("0191e2c3-0000", "0191E2C3-0000"),
                text.replace("0191e2c3-0000-7000-8000", "0191e2c3-0-7000-8000"),
                text.replace("\"reason\"", "\"reason\":null,\"reason\""),
                text.replace("\"number\":1,", "\"number\":1,\"number\":1,"),
                text.replace("{\"body\"", "{\"format\":\"knightswatch-evidence/1\",\"body\""),
                text.replace("\"what\":\"STARTED\"}", "\"what\":\"STARTED\",\"detail\":null}"),
                "\uFEFF" + text);

        assertThat(others.filter(other -> !other.equals(text)))
                .hasSize(16)
                .allSatisfy(
                        other -> assertThat(verify(other).isWhole()).as(other).isFalse());
    }

    @Test
    void findsEveryFieldAndEntryThatWasChangedDroppedDoubledOrMoved() {
        List<String> tried = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        Tree.changesOf(JsonReader.read(bytes)).forEach(change -> {
            tried.add(change.where());
            missed(line(change.value()).getBytes(StandardCharsets.UTF_8), change.where(), missed);
        });

        assertThat(tried).hasSizeGreaterThan(350);
        assertThat(missed).isEmpty();
    }

    @Test
    void findsThemWhenTheChainWasMadeAnew() {
        Manifest manifest = folder.manifest();
        List<String> readable = new ArrayList<>();
        Tree.changesOf(JsonReader.read(CanonicalJson.bytes(manifest.body().json())))
                .forEach(change -> {
                    ManifestBody body = body(change.value());
                    if (body != null && !body.equals(manifest.body())) {
                        readable.add(change.where());
                        byte[] forged = new Manifest(body, HashChain.headOf(body), manifest.seal()).bytes();
                        assertThat(kinds(folder.with(Manifest.NAME, forged)))
                                .as(change.where())
                                .contains(Kind.SEAL)
                                .doesNotContain(Kind.CHAIN, Kind.SPELLING);
                    }
                });

        assertThat(readable).hasSizeGreaterThan(150);
    }

    @Test
    void findsASealOfAnotherKey() {
        Signer other = Signer.generate();
        SealedFolder resealed = folder.copy();
        resealed.seal(folder.manifest().body(), other);

        assertThat(resealed.verify().isWhole()).as("anybody may have a key").isTrue();
        assertThat(resealed.verify().key().fingerprint())
                .isNotEqualTo(folder.signer.key().fingerprint());
        assertThat(Verifier.verify(resealed, Set.of(folder.signer.key().fingerprint()))
                        .list())
                .extracting(Finding::kind)
                .containsExactly(Kind.KEY);
    }

    @Test
    void findsASealPutTogetherFromTwo() {
        Manifest ours = folder.manifest();
        Seal seal = ours.seal();
        Seal other = Manifest.seal(ours.body(), Signer.generate()).seal();
        Seal older = Manifest.seal(Samples.body(), folder.signer).seal();

        assertThat(Stream.of(
                        new Seal(seal.algorithm(), seal.keyId(), seal.publicKey(), other.value()),
                        new Seal(seal.algorithm(), seal.keyId(), other.publicKey(), other.value()),
                        new Seal(seal.algorithm(), other.keyId(), other.publicKey(), seal.value()),
                        new Seal("Ed448", seal.keyId(), seal.publicKey(), seal.value()),
                        older))
                .allSatisfy(mixed -> assertThat(kinds(
                                folder.with(Manifest.NAME, new Manifest(ours.body(), ours.head(), mixed).bytes())))
                        .contains(Kind.SEAL));
    }

    @Test
    void findsTheOtherNumberThatFitsTheSignature() {
        Seal seal = folder.manifest().seal();
        byte[] value = Base64.getDecoder().decode(seal.value());
        BigInteger order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        BigInteger other = new BigInteger(1, reversed(value, 32)).add(order);
        System.arraycopy(reversed(other.toByteArray(), 0), 0, value, 32, 32);
        Seal twin = new Seal(
                seal.algorithm(),
                seal.keyId(),
                seal.publicKey(),
                Base64.getEncoder().encodeToString(value));

        assertThat(kinds(folder.with(
                        Manifest.NAME,
                        new Manifest(folder.manifest().body(), folder.manifest().head(), twin).bytes())))
                .containsExactly(Kind.SEAL);
    }

    @Test
    void findsTheManifestOfAnotherRecording() {
        SealedFolder other = folder.copy();
        other.seal(Samples.body(), folder.signer);

        assertThat(kinds(other)).contains(Kind.SIZE, Kind.BYTES);
        assertThat(kinds(folder.without(Manifest.NAME))).containsExactly(Kind.MISSING);
    }

    private void missed(byte[] spoilt, String what, List<String> missed) {
        if (!Arrays.equals(spoilt, bytes)
                && folder.with(Manifest.NAME, spoilt).verify().isWhole()) {
            missed.add(what);
        }
    }

    private static byte[] reversed(byte[] bytes, int from) {
        byte[] reversed = new byte[bytes.length - from];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private Findings verify(String manifest) {
        return folder.with(Manifest.NAME, manifest.getBytes(StandardCharsets.UTF_8))
                .verify();
    }

    private static String line(Object value) {
        return new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8) + "\n";
    }

    private static ManifestBody body(Object value) {
        try {
            return Members.read("body", value, ManifestBody::read);
        } catch (ManifestException e) {
            return null;
        }
    }

    private static List<Kind> kinds(SealedFolder spoilt) {
        return spoilt.verify().list().stream().map(Finding::kind).toList();
    }
}
