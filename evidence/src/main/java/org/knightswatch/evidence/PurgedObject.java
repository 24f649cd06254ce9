package org.knightswatch.evidence;

import java.util.Map;

/**
 * An object that is to be removed from a store, or was.
 *
 * @param sha256 as it was recorded when the object came, in hex; null when nobody knows it
 */
public record PurgedObject(String key, long bytes, String sha256) {

    static PurgedObject read(Members members) {
        return new PurgedObject(members.text("key"), members.number("bytes"), members.textOrNull("sha256"));
    }

    Map<String, Object> json() {
        return Members.write()
                .with("key", key)
                .with("bytes", bytes)
                .with("sha256", sha256)
                .map();
    }
}
