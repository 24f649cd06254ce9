package org.knightswatch.reconciliation;

import org.knightswatch.kernel.Sha256;

/**
 * An object that ought to be there.
 *
 * @param closely its digest is asked for, too, and not only its length
 */
record Expected(String key, long bytes, Sha256 sha256, boolean closely) {}
