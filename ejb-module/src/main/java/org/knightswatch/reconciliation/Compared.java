package org.knightswatch.reconciliation;

import java.util.List;

/**
 * What comparing one attempt has shown.
 *
 * @param objects that lie there
 * @param sealed all that it has is sealed
 */
record Compared(int objects, boolean sealed, List<Found> found) {}
