package org.knightswatch.store;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which bytes of an object are wanted.
 *
 * @param first from 0
 * @param last inclusive; empty: to the end
 */
public record ByteRange(long first, OptionalLong last) {

    public static final ByteRange ALL = from(0);

    public static ByteRange from(long first) {
        return new ByteRange(first, OptionalLong.empty());
    }

    public static ByteRange of(long first, long last) {
        return new ByteRange(first, OptionalLong.of(last));
    }

    /** As the HTTP header {@code Range} writes it; none for the whole, because nothing has no first byte to ask for. */
    Optional<String> header() {
        if (equals(ALL)) {
            return Optional.empty();
        }
        return Optional.of("bytes=" + first + "-" + (last.isPresent() ? last.getAsLong() : ""));
    }
}
