package org.knightswatch.transcript;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.SecretBox;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.AttemptFolder;
import org.knightswatch.recording.AttemptFolders;
import org.knightswatch.store.ByteRange;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoreException;
import org.knightswatch.store.StoredObject;

/**
 * Keeps a copy of each attempt's rows beside its segments, so that the store alone says what lies there. A copy is never
 * replaced: the next one is written beside it, and then the older ones go.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the store is asked in between
public class Transcripts {

    private static final Logger LOG = Logger.getLogger(Transcripts.class.getName());
    /** Where they lie in the folder of an attempt. */
    public static final String FOLDER = TranscriptFile.FOLDER;

    private static final int LISTED = 1_000;
    private static final int LARGEST = 64 * 1024 * 1024;

    @Inject
    DueTranscripts due;

    @Inject
    TranscriptRows rows;

    @Inject
    AttemptFolders folders;

    @Inject
    ObjectStore store;

    @Inject
    SecretBox box;

    @Inject
    ServerClock clock;

    /** Writes one that is out of date; answers whether there may be more of them. */
    public boolean writeNext() {
        AttemptId next = due.take().orElse(null);
        if (next == null) {
            return false;
        }
        try {
            write(next);
            return true;
        } catch (StoreException e) {
            due.giveBack(next);
            LOG.log(Level.FINE, "The transcript of {0} is written later: {1}", new Object[] {next, e.getMessage()});
            return false;
        } catch (ProctoringException e) {
            return true; // it was removed meanwhile
        }
    }

    /** Writes what the rows say now, unless that lies there already. Answers false when its recording was purged. */
    public boolean write(AttemptId attempt) {
        Transcript transcript = rows.of(attempt);
        if (transcript.isPurged()) {
            return false;
        }
        byte[] json = transcript.json();
        Sha256 digest = Sha256.digest(json);
        String folder = folders.of(attempt).prefix() + TranscriptFile.FOLDER;
        List<StoredObject> there = store.list(folder, "", LISTED);
        Optional<Sha256> newest = there.isEmpty()
                ? Optional.empty()
                : TranscriptFile.digest(there.get(there.size() - 1).key().value());
        if (!newest.equals(Optional.of(digest))) {
            String name = TranscriptFile.name(clock.millis(), digest);
            store.put(ObjectKey.of(folder + name), TranscriptFile.write(json, box), TranscriptFile.TYPE);
            forget(there);
        }
        return true;
    }

    /** The newest transcript in a folder; empty when there is none. */
    public Optional<TranscriptFile.Signed> read(AttemptFolder folder) throws IOException {
        List<StoredObject> there = store.list(folder.prefix() + TranscriptFile.FOLDER, "", LISTED);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        ObjectKey newest = there.get(there.size() - 1).key();
        try (InputStream in = store.open(newest, ByteRange.ALL)) {
            TranscriptFile.Signed read = TranscriptFile.read(in.readNBytes(LARGEST), box);
            if (!TranscriptFile.digest(newest.value()).equals(Optional.of(read.digest()))) {
                throw new IOException("has other bytes than its name says");
            }
            return Optional.of(read);
        }
    }

    /** Where the account may not delete, the older ones stay, which is no harm. */
    private void forget(List<StoredObject> older) {
        try {
            store.delete(older.stream().map(StoredObject::key).toList());
        } catch (StoreException e) {
            LOG.log(Level.FINE, "Older transcripts stay: {0}", e.getMessage());
        }
    }
}
