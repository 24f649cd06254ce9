package org.knightswatch.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.knightswatch.kernel.Throttle;

/** Keeps all questions that this node asks the store for its own peace of mind within their share. */
@ApplicationScoped
public class Pace {

    private final Throttle throttle = new Throttle();

    @Inject
    ReconciliationSettings settings;

    /** Waits until one more question may be asked. */
    void await() {
        throttle.await(1, settings.questionsPerSecond());
    }
}
