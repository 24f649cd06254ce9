package org.knightswatch.evidence;

/**
 * Something that is not as it was sealed.
 *
 * @param where the file, or the entry of the manifest
 * @param text what is wrong there, for people
 */
public record Finding(Kind kind, String where, String text) {

    @Override
    public String toString() {
        return where + ": " + text;
    }

    /** What is wrong, for programs. */
    public enum Kind {
        /** A file is not there. */
        MISSING,
        /** A file can't be read: nobody knows how it is. */
        UNREADABLE,
        /** The manifest is none that can be understood. */
        FORMAT,
        /** The manifest is written in another way than the one it has. */
        SPELLING,
        /** The manifest contradicts itself. */
        LAYOUT,
        /** Entries were changed, dropped, added or moved after sealing. */
        CHAIN,
        /** The seal is none of the key it names. */
        SEAL,
        /** The seal is of a key that is not trusted. */
        KEY,
        /** A file is longer or shorter. */
        SIZE,
        /** A file has other bytes. */
        BYTES,
        /** A file that no manifest knows. */
        EXTRA,
        /** The same recording lies in two folders. */
        TWICE
    }
}
