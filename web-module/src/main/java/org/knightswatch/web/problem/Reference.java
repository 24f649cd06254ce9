package org.knightswatch.web.problem;

import java.security.SecureRandom;

/** A short mark that stands both in our log and in what the user sees, so that one is found by the other. */
public final class Reference {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    /** Such as {@code 7K2-QXD}. */
    public static String make() {
        StringBuilder made = new StringBuilder(7);
        RANDOM.ints(6, 0, ALPHABET.length()).forEach(i -> made.append(ALPHABET.charAt(i)));
        return made.insert(3, '-').toString();
    }
}
