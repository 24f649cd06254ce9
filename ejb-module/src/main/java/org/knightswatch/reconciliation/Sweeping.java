package org.knightswatch.reconciliation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.knightswatch.archive.ArchiveSettings;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.reconciliation.Sweep.Step;
import org.knightswatch.recording.ArchiveRows;
import org.knightswatch.recording.AttemptFolder;
import org.knightswatch.recording.AttemptFolders;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoredObject;

/**
 * Looks through the store for whole folders that no row knows, as after a database was restored that is older than they
 * are. What lies in a known folder is compared attempt by attempt.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the store is asked
public class Sweeping {

    private static final int LISTED = 1_000;
    private static final int FOLDERS_AT_ONCE = 200;

    /** The rows of what is just beginning may not be written yet. */
    private static final Duration YOUNG = Duration.ofHours(1);

    @Inject
    SweepRows rows;

    @Inject
    Differences differences;

    @Inject
    AttemptFolders folders;

    @Inject
    ArchiveRows archive;

    @Inject
    ArchiveSettings settings;

    @Inject
    ObjectStore store;

    @Inject
    Pace pace;

    @Inject
    ServerClock clock;

    /** Looks at one piece of it, if that is due. */
    public boolean next() {
        Optional<Step> step = rows.claimNext();
        step.ifPresent(this::look);
        return step.isPresent();
    }

    private void look(Step step) {
        Optional<String> reached =
                step.part() == Sweep.Part.SEGMENTS ? attempts(step.after()) : recordings(step.after());
        reached.ifPresentOrElse(key -> rows.reached(step, key), () -> rows.done(step));
    }

    /** From folder to folder, without what lies in them. Answers where to go on; empty at the end. */
    private Optional<String> attempts(String from) {
        String after = from;
        for (int i = 0; i < FOLDERS_AT_ONCE; i++) {
            List<StoredObject> next = list(AttemptFolder.ROOT, after, 1);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            StoredObject first = next.get(0);
            String key = first.key().value();
            AttemptFolder folder = AttemptFolder.of(key).orElse(null);
            boolean known = folder != null && folders.owner(folder).isPresent();
            if (!known && isOld(first)) {
                differences.keepUnknown(folder == null ? key : folder.prefix());
            }
            after = folder == null ? key : folder.end();
        }
        return Optional.of(after);
    }

    private Optional<String> recordings(String after) {
        List<StoredObject> page = list(settings.root(), after, LISTED);
        Set<String> places = page.stream()
                .filter(this::isOld)
                .map(object -> object.key().value())
                .map(key -> key.substring(0, key.lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        places.removeAll(archive.known(places));
        places.forEach(differences::keepUnknown);
        return page.size() < LISTED
                ? Optional.empty()
                : Optional.of(page.get(page.size() - 1).key().value());
    }

    private boolean isOld(StoredObject object) {
        Instant young = clock.instant().minus(YOUNG);
        return object.lastModified().isBefore(young);
    }

    private List<StoredObject> list(String folder, String after, int most) {
        pace.await();
        return store.list(folder, after, most);
    }
}
