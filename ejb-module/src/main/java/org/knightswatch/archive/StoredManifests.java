package org.knightswatch.archive;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.knightswatch.evidence.Manifest;
import org.knightswatch.evidence.ManifestException;
import org.knightswatch.store.ByteRange;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;

/** Reads manifests back from where they lie. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the store is asked
public class StoredManifests {

    private static final int LARGEST = 64 * 1024 * 1024;

    @Inject
    ObjectStore store;

    /**
     * The manifest in a folder; {@code NOT_FOUND} when none is there, and an exception that says what is wrong with it when
     * it is none.
     */
    public Manifest read(String place) throws IOException {
        try (InputStream in = store.open(ObjectKey.of(place + Manifest.NAME), ByteRange.ALL)) {
            byte[] bytes = in.readNBytes(LARGEST);
            Manifest manifest = Manifest.read(bytes);
            if (!Arrays.equals(bytes, manifest.bytes())) {
                throw new IOException("is not written as it was sealed");
            }
            return manifest;
        } catch (ManifestException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
