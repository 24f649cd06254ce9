package org.knightswatch.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Makes the ids of rows: UUID version 7 (RFC 9562), whose first 48 bits are the time, so that an index grows at its end
 * instead of everywhere. They are opaque to everybody else and are no secret.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        long time = System.currentTimeMillis();
        long high = (time << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Reads an id that somebody sent; what is no id names nothing, so the code says that it is unknown. */
    public static UUID parse(String text, ProblemCode unknown) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new ProctoringException(unknown, e);
        }
        throw new ProctoringException(unknown);
    }
}
