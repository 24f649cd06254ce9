package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoredObject;

/**
 * Takes in segments that were uploaded and never committed, because their browser went in between and did not come back.
 * Their keys say which bytes they are, and whoever reads the take finds out whether they are those.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the store is asked
public class Adoption {

    private static final int LISTED = 1_000;

    @Inject
    SegmentRows rows;

    @Inject
    ObjectStore store;

    /** Looks for them in a take that is about to be read. Until then its browser may commit them itself. */
    public void adopt(TakeView take) {
        List<SegmentDraft> found = new ArrayList<>();
        List<StoredObject> page = store.list(take.objectPrefix(), "", LISTED);
        while (!page.isEmpty()) {
            String last = page.get(page.size() - 1).key().value();
            page.forEach(object -> SegmentKeys.draft(
                            take.objectPrefix(), object.key().value(), object.size())
                    .ifPresent(found::add));
            page = page.size() < LISTED ? List.of() : store.list(take.objectPrefix(), last, LISTED);
        }
        rows.adopt(take, found);
    }
}
