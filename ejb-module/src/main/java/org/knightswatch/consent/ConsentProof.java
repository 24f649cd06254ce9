package org.knightswatch.consent;

import java.util.UUID;

/**
 * How somebody who joins shows that they agreed: by a receipt, or by saying so now.
 *
 * @param receiptId null when they say so now
 */
public record ConsentProof(UUID receiptId, String version, String language, Boolean accepted) {}
