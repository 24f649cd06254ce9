package org.knightswatch.store;

import java.time.Instant;
import java.util.Optional;
import org.knightswatch.kernel.Sha256;

/**
 * What the store says that it holds.
 *
 * @param size in bytes
 * @param sha256 of the whole, as the store has reckoned it itself; empty in a list, and for what was written in parts
 */
public record StoredObject(ObjectKey key, long size, Instant lastModified, Optional<Sha256> sha256) {}
