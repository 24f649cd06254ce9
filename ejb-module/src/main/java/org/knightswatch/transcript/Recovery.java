package org.knightswatch.transcript;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.recording.AttemptFolder;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoreException;
import org.knightswatch.store.StoredObject;
import org.knightswatch.transcript.TranscriptFile.Signed;

/**
 * Rebuilds rows from the store: each attempt whose transcript lies there is put back as far as it is missing. Nothing that
 * is there is changed, so that it may be run again, and beside a running exam.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // it takes long
public class Recovery {

    private static final Logger LOG = Logger.getLogger(Recovery.class.getName());

    @Resource
    ManagedThreadFactory threads;

    @Inject
    RecoveryRuns runs;

    @Inject
    Transcripts transcripts;

    @Inject
    TranscriptRows rows;

    @Inject
    SealCheck seals;

    @Inject
    ObjectStore store;

    @Inject
    Event<AttemptRecovered> recovered;

    /**
     * Begins, unless it runs already, and answers how far it is.
     *
     * @param trusted fingerprints of keys whose seals are good, besides those that are published here
     */
    public RecoveryView begin(Set<String> trusted) {
        runs.begin().ifPresent(run -> threads.newThread(() -> run(run, trusted)).start());
        return runs.progress().orElseThrow();
    }

    private void run(UUID run, Set<String> trusted) {
        try {
            walk(run, trusted);
        } catch (StoreException e) {
            runs.note(run, "The store does not answer any more. Run it again: what is back stays.");
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "Rebuilding the rows from the store ended half way");
            runs.note(run, "It ended half way, for a reason that the server's log says.");
        }
        runs.end(run);
    }

    private void walk(UUID run, Set<String> trusted) {
        List<StoredObject> next = store.list(AttemptFolder.ROOT, "", 1);
        while (!next.isEmpty()) {
            String key = next.get(0).key().value();
            Optional<AttemptFolder> folder = AttemptFolder.of(key);
            folder.ifPresent(it -> recover(run, it, trusted));
            next = store.list(AttemptFolder.ROOT, folder.map(AttemptFolder::end).orElse(key), 1);
        }
    }

    private void recover(UUID run, AttemptFolder folder, Set<String> trusted) {
        List<String> findings = new ArrayList<>();
        int added = 0;
        try {
            Signed read = transcripts.read(folder).orElse(null);
            if (read == null) {
                findings.add(folder.prefix() + ": has no transcript");
            } else {
                added = rows.restore(read.transcript());
                recovered.fire(
                        new AttemptRecovered(new AttemptId(read.transcript().attempt())));
                findings.addAll(seals.findings(read.transcript(), trusted));
                if (!read.ours()) {
                    findings.add(folder.prefix() + ": its transcript was not written under this master key");
                }
            }
        } catch (IOException e) {
            findings.add(folder.prefix() + ": its transcript " + e.getMessage());
        } catch (EJBException e) {
            LOG.log(Level.WARNING, e, () -> "What lies in " + folder.prefix() + " can't be put back");
            findings.add(folder.prefix() + ": can't be put back; the server's log says why");
        }
        runs.went(run, added, findings);
    }
}
