package org.knightswatch.recording;

import java.util.List;
import java.util.stream.Collectors;
import org.knightswatch.kernel.Sha256;

/**
 * What a commit may bring to show that it comes from the page at the live socket: the newest nonce heard there, and a
 * digest of it together with the segments committed.
 *
 * @param hash SHA-256 over lines that each end with a line feed: the nonce, the take, and for each segment in the order
 *     of the commit its sequence, a space and its SHA-256
 */
public record Witness(String nonce, String hash) {

    /** As the relay's header has it: nonce, a space, hash; null when there is none. */
    public static Witness ofHeader(String header) {
        if (header == null) {
            return null;
        }
        String[] parts = header.split(" ", 2);
        return new Witness(parts[0], parts.length < 2 ? null : parts[1]);
    }

    boolean isOf(TakeId take, List<SegmentDraft> segments) {
        String lines = segments.stream()
                .map(segment -> segment.sequence() + " " + segment.sha256() + "\n")
                .collect(Collectors.joining());
        return Sha256.digest(nonce + "\n" + take + "\n" + lines).hex().equals(hash);
    }
}
