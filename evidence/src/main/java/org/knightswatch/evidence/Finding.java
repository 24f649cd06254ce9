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
        /** The manifest contradicts itself. */
        LAYOUT
    }
}
