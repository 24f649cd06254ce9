package org.knightswatch.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in a manifest. The file is the canonical JSON of it and one line feed: each manifest has one spelling only, so
 * that no byte of it can change unnoticed.
 *
 * @param head the last hash of the chain, in hex
 */
public record Manifest(ManifestBody body, String head, Seal seal) {

    public static final String FORMAT = "knightswatch-evidence/1";
    public static final String NAME = "manifest.json";

    /** More is neither sealed nor read: about 200,000 segments. */
    static final int LARGEST = 64 * 1024 * 1024;

    /** Seals a body. What would not verify is refused, with the reasons. */
    public static Manifest seal(ManifestBody body, Signer signer) {
        Layout.check(body);
        String head = HashChain.headOf(body);
        Manifest manifest = new Manifest(body, head, Seal.of(head, signer));
        byte[] bytes = manifest.bytes();
        if (bytes.length > LARGEST || !read(bytes).equals(manifest)) {
            throw new ManifestException("nobody could read this again");
        }
        return manifest;
    }

    /** Reads the bytes of a file; whether what it says is true, the {@link Verifier} finds out. */
    public static Manifest read(byte[] bytes) {
        Object value = JsonReader.read(bytes);
        if (value instanceof Map<?, ?> members && members.get("format") instanceof String format) {
            if (!format.equals(FORMAT)) {
                throw new ManifestException("is of the format " + format + ", and only " + FORMAT + " is known here");
            }
        }
        return Members.read("", value, Manifest::read);
    }

    /** Reads that of a folder; empty when there is none. */
    public static Optional<Manifest> read(Source source) {
        try (InputStream in = source.open(NAME).orElse(null)) {
            return in == null ? Optional.empty() : Optional.of(read(in.readNBytes(LARGEST + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether all that it says was sealed by one of these keys. Whether the files are those is another question. */
    public boolean isSealedBy(Set<Fingerprint> keys) {
        return sealedBy().filter(key -> keys.contains(key.fingerprint())).isPresent();
    }

    /**
     * The key that sealed it; empty when something in it was changed afterwards. Whether the files are those that it names,
     * the {@link Verifier} finds out.
     */
    public Optional<SealKey> sealedBy() {
        return head.equals(HashChain.headOf(body)) ? seal.verifiedKey(head) : Optional.empty();
    }

    private static Manifest read(Members members) {
        members.text("format");
        return new Manifest(
                members.object("body", ManifestBody::read),
                members.object("chain", chain -> chain.text("head")),
                members.object("signature", Seal::read));
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        byte[] json = CanonicalJson.bytes(Members.write()
                .with("format", FORMAT)
                .with("body", body.json())
                .with("chain", Map.of("head", head))
                .with("signature", seal.json())
                .map());
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
