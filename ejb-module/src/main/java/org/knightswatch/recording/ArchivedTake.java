package org.knightswatch.recording;

import org.knightswatch.kernel.Sha256;

/**
 * The one object that a take's bytes are kept as.
 *
 * @param name in the folder of its recording
 */
public record ArchivedTake(String name, long bytes, Sha256 sha256) {}
