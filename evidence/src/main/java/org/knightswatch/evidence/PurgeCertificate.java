package org.knightswatch.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What stays of recordings that were removed: which bytes they were, why they went, and when. Written like a manifest,
 * canonical and signed, so that nobody can change afterwards what is said to have been there.
 */
public record PurgeCertificate(PurgeBody body, Seal seal) {

    public static final String FORMAT = "knightswatch-purge/1";

    public static PurgeCertificate seal(PurgeBody body, Signer signer) {
        return new PurgeCertificate(body, Seal.over(signed(body), signer));
    }

    /** Reads the bytes of a file. Another spelling of the same is refused; whether it is true, {@link #signer} says. */
    public static PurgeCertificate read(byte[] bytes) {
        PurgeCertificate read = Members.read("", JsonReader.read(bytes), PurgeCertificate::read);
        if (!Arrays.equals(read.bytes(), bytes)) {
            throw new ManifestException("is not written as certificates are");
        }
        return read;
    }

    private static PurgeCertificate read(Members members) {
        String format = members.text("format");
        if (!format.equals(FORMAT)) {
            throw new ManifestException("is of the format " + format + ", and only " + FORMAT + " is known here");
        }
        return new PurgeCertificate(members.object("body", PurgeBody::read), members.object("signature", Seal::read));
    }

    /** The key that signed exactly this; empty when none did. */
    public Optional<SealKey> signer() {
        return seal.keyOver(signed(body));
    }

    /** The bytes of the file: canonical JSON and one line feed. */
    public byte[] bytes() {
        byte[] json = CanonicalJson.bytes(Members.write()
                .with("format", FORMAT)
                .with("body", body.json())
                .with("signature", seal.json())
                .map());
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    /** What is signed: the format's name keeps the signature from meaning anything else. */
    private static byte[] signed(PurgeBody body) {
        Map<String, Object> json = body.json();
        String digest = Hashes.hex(Hashes.sha256().digest(CanonicalJson.bytes(json)));
        return (FORMAT + '\n' + digest).getBytes(StandardCharsets.UTF_8);
    }
}
