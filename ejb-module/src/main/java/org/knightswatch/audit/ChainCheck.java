package org.knightswatch.audit;

import java.time.Instant;

/**
 * What came of comparing the audit trail with its seals.
 *
 * @param holding how many seals fit, from the first on
 * @param firstBroken the number of the first that does not; null when all fit
 */
public record ChainCheck(long holding, Long firstBroken, Instant at) {

    public boolean holds() {
        return firstBroken == null;
    }
}
