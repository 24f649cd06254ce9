package org.knightswatch.integration.inside;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.knightswatch.recording.TakeId;
import org.knightswatch.recording.TakeView;
import org.knightswatch.recording.Verifications;

/** Claims one row and keeps it locked until everybody has claimed. */
@Stateless
public class Claimer {

    @Inject
    Verifications verifications;

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<TakeId> claim(CyclicBarrier all) throws Exception {
        Optional<TakeView> take = verifications.claimNext();
        all.await(60, TimeUnit.SECONDS);
        return take.map(TakeView::id);
    }
}
