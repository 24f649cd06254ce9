package org.knightswatch.evidence;

import java.util.List;
import java.util.Optional;

/**
 * What verifying one folder has shown.
 *
 * @param manifest null when there is none that can be read; what it says is worth as much as the rest allows
 * @param key the key that sealed it; null when no key did
 * @param trusted whether that is one of the keys the caller trusts; otherwise anybody may have sealed it
 * @param list empty when everything is as it was sealed
 */
public record Findings(Manifest manifest, SealKey key, boolean trusted, List<Finding> list) {

    public Findings {
        list = List.copyOf(list);
    }

    /** Everything is as it was sealed. */
    public boolean isWhole() {
        return list.isEmpty();
    }

    /** Nothing is known to be wrong, but not everything could be looked at. */
    public boolean isUndecided() {
        return !list.isEmpty() && list.stream().allMatch(finding -> finding.kind() == Finding.Kind.UNREADABLE);
    }

    public Optional<ManifestBody> body() {
        return Optional.ofNullable(manifest).map(Manifest::body);
    }
}
