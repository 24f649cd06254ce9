package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoreSettings;

/** Says where a player reads a segment. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SegmentLinks {

    @Inject
    Takes takes;

    @Inject
    SegmentRows rows;

    @Inject
    ObjectStore store;

    @Inject
    StoreSettings settings;

    public URI of(AttemptId attempt, TakeId takeId, int sequence) {
        TakeView take = takes.view(attempt, takeId);
        Map<Integer, Sha256> held = rows.digests(take.key(), Set.of(sequence));
        if (!held.containsKey(sequence)) {
            throw new ProctoringException(ProblemCode.SEGMENT_UNKNOWN);
        }
        String key = SegmentKeys.key(take.objectPrefix(), sequence, held.get(sequence), take.mimeType());
        return store.presignGet(ObjectKey.of(key), settings.urlLife()).url();
    }
}
