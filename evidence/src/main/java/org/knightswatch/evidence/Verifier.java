package org.knightswatch.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.knightswatch.evidence.Finding.Kind;

/**
 * Holds a folder against its manifest, and the manifest against its seal. It believes nothing that it reads: names lead
 * nowhere else, sizes end the reading, and what is not understood is a finding.
 */
public final class Verifier {

    private final Source source;
    private final Set<Fingerprint> trusted;
    private final List<Finding> findings = new ArrayList<>();

    private Verifier(Source source, Set<Fingerprint> trusted) {
        this.source = source;
        this.trusted = trusted;
    }

    /**
     * Reads every byte once.
     *
     * @param trusted the keys that may have sealed it; none: any, and then the findings only say which
     */
    public static Findings verify(Source source, Set<Fingerprint> trusted) {
        return new Verifier(source, trusted).verify();
    }

    private Findings verify() {
        Manifest manifest = manifestBytes().flatMap(this::manifest).orElse(null);
        if (manifest == null) {
            return new Findings(null, null, false, findings);
        }
        SealKey key = key(manifest).orElse(null);
        findings.addAll(Layout.findings(manifest.body()));
        nothingElse(objects(manifest.body()));
        return new Findings(manifest, key, key != null && trusted.contains(key.fingerprint()), findings);
    }

    private Optional<byte[]> manifestBytes() {
        try (InputStream in = source.open(Manifest.NAME).orElse(null)) {
            if (in == null) {
                found(Kind.MISSING, Manifest.NAME, "is missing");
                return Optional.empty();
            }
            byte[] bytes = in.readNBytes(Manifest.LARGEST + 1);
            if (bytes.length <= Manifest.LARGEST) {
                return Optional.of(bytes);
            }
            found(Kind.FORMAT, Manifest.NAME, "is longer than any manifest");
        } catch (IOException e) {
            unreadable(Manifest.NAME, e);
        }
        return Optional.empty();
    }

    private Optional<Manifest> manifest(byte[] bytes) {
        try {
            Manifest manifest = Manifest.read(bytes);
            int difference = Arrays.mismatch(bytes, manifest.bytes());
            if (difference >= 0) {
                found(Kind.SPELLING, Manifest.NAME, "is not written as it was sealed, from byte " + difference);
            }
            return Optional.of(manifest);
        } catch (ManifestException e) {
            found(Kind.FORMAT, Manifest.NAME, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<SealKey> key(Manifest manifest) {
        if (!manifest.head().equals(HashChain.headOf(manifest.body()))) {
            found(
                    Kind.CHAIN,
                    Manifest.NAME,
                    "something in it was changed, dropped, added or moved after it was sealed");
        }
        Optional<SealKey> key = manifest.seal().verifiedKey(manifest.head());
        if (key.isEmpty()) {
            found(Kind.SEAL, Manifest.NAME, "the signature is none of the key that it names");
        } else if (!trusted.isEmpty() && !trusted.contains(key.get().fingerprint())) {
            found(
                    Kind.KEY,
                    Manifest.NAME,
                    "is signed by another key, " + key.get().fingerprint());
        }
        return key;
    }

    /** Reads every object once, however often it is named. */
    private Set<String> objects(ManifestBody body) {
        Map<String, List<Entry.Segment>> segments = Layout.segments(body);
        Set<String> named = new HashSet<>();
        for (ArchivedObject object : body.objects()) {
            if (named.add(object.name())) {
                read(new ObjectReading(object, segments.getOrDefault(object.name(), List.of())), object.name());
            }
        }
        return named;
    }

    private void read(ObjectReading reading, String name) {
        try (InputStream in = source.open(name).orElse(null)) {
            if (in == null) {
                found(Kind.MISSING, name, "is missing");
            } else {
                findings.addAll(reading.read(in));
            }
        } catch (IOException e) {
            unreadable(name, e);
        }
    }

    private void nothingElse(Set<String> named) {
        try {
            Set<String> others = new TreeSet<>(source.names().orElse(Set.of()));
            others.remove(Manifest.NAME);
            others.removeAll(named);
            others.forEach(name -> found(Kind.EXTRA, name, "is not in the manifest"));
        } catch (IOException e) {
            unreadable("the folder", e);
        }
    }

    private void unreadable(String where, IOException e) {
        found(Kind.UNREADABLE, where, "can't be read: " + e.getMessage());
    }

    private void found(Kind kind, String where, String text) {
        findings.add(new Finding(kind, where, text));
    }
}
