package org.knightswatch.evidence;

import java.util.Locale;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignerTest {

    private final Signer signer = Signer.generate();
    private final byte[] message = "message".getBytes(UTF_8);

    @Test
    void comesBackFromItsBytes() {
        Signer again = Signer.of(signer.pkcs8(), signer.key().spki());

        assertThat(again.keyId()).isEqualTo(signer.keyId()).matches("[0-9a-f]{16}");
        assertThat(signer.key().verifies(message, again.sign(message))).isTrue();
    }

    @Test
    void refusesHalvesOfTwoPairs() {
        byte[] other = Signer.generate().key().spki();

        assertThatThrownBy(() -> Signer.of(signer.pkcs8(), other)).hasMessageContaining("no pair");
    }

    @Test
    void refusesBytesThatAreNoKeys() {
        assertThatThrownBy(() -> Signer.of(message, signer.key().spki())).isInstanceOf(ManifestException.class);
        assertThatThrownBy(() -> SealKey.ofSpki(message)).isInstanceOf(ManifestException.class);
    }

    @Test
    void knowsAForeignSignature() {
        byte[] signature = Signer.generate().sign(message);

        assertThat(signer.key().verifies(message, signature)).isFalse();
        assertThat(signer.key().verifies(message, new byte[0])).isFalse();
    }

    @Test
    void printsItsFingerprintAsPeopleTypeIt() {
        String hex = signer.key().fingerprint().hex();

        assertThat(Fingerprint.of(hex.toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:")))
                .isEqualTo(signer.key().fingerprint());
        assertThatThrownBy(() -> Fingerprint.of(signer.keyId())).isInstanceOf(IllegalArgumentException.class);
    }
}
