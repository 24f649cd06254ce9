package org.knightswatch.archive;

import java.time.Instant;
import java.util.List;

/**
 * What lies in the archive of a recording.
 *
 * @param place the folder in the bucket
 * @param sealedAt when the manifest was written; null: not yet
 * @param fault what keeps it from being sealed, or its segments from being removed, until somebody has looked; null: nothing
 */
public record ArchiveView(String place, Instant sealedAt, String fault, List<Item> objects) {

    /**
     * One object.
     *
     * @param bytes null when only the manifest tells, and likewise the digest
     */
    public record Item(String name, Long bytes, String sha256) {}
}
