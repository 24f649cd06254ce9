package org.knightswatch.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.knightswatch.evidence.ManifestException;
import org.knightswatch.evidence.Signer;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** A key of the operator's own that seals recordings, instead of those that we make. */
@ApplicationScoped
public class EvidenceSettings implements Settings {

    private final Setting<String> secretKey = Setting.text("knightswatch.evidence.secret-key", "")
            .says("The private key that seals recordings: Ed25519, PKCS#8 in base64. Empty: one that is made here and"
                    + " kept encrypted in the database.")
            .secret();

    private final Setting<String> publicKey = Setting.text("knightswatch.evidence.public-key", "")
            .within(
                    text -> secretKey.get().isEmpty() ? text.isEmpty() : isPair(secretKey.get(), text),
                    "the other half of the secret key, or empty with it")
            .says("The public key that goes with it: X.509 SubjectPublicKeyInfo in base64.");

    Optional<Signer> signer() {
        return secretKey.get().isEmpty() ? Optional.empty() : Optional.of(pair(secretKey.get(), publicKey.get()));
    }

    private static boolean isPair(String secret, String open) {
        try {
            pair(secret, open);
            return true;
        } catch (ManifestException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Signer pair(String secret, String open) {
        Base64.Decoder base64 = Base64.getDecoder();
        return Signer.of(base64.decode(secret), base64.decode(open));
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(secretKey, publicKey);
    }
}
