package org.knightswatch.evidence;

import java.util.Map;

/**
 * One file of the folder besides the manifest itself.
 *
 * @param name a plain file name that means the same everywhere: lower-case letters, digits, dots, dashes; never a path
 * @param sha256 of all its bytes, in lower-case hex
 */
public record ArchivedObject(String name, long bytes, String sha256) {

    static final long LARGEST = 1L << 42;

    public ArchivedObject {
        if (!name.matches("[a-z0-9][a-z0-9._-]{0,99}") || name.equals(Manifest.NAME)) {
            throw new IllegalArgumentException("no name for an object: " + name);
        }
        if (bytes < 0 || bytes > LARGEST) {
            throw new IllegalArgumentException("no size of an object: " + bytes);
        }
        Hashes.require(sha256);
    }

    static ArchivedObject read(Members members) {
        return new ArchivedObject(members.text("name"), members.number("bytes"), members.text("sha256"));
    }

    Map<String, Object> json() {
        return Members.write()
                .with("name", name)
                .with("bytes", bytes)
                .with("sha256", sha256)
                .map();
    }
}
