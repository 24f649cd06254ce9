package org.knightswatch.kernel;

/**
 * Which page of a list is wanted.
 *
 * @param page from 0
 * @param size 1 to 1,000
 */
public record PageRequest(int page, int size) {

    public static final int LARGEST = 1_000;

    /** So that the number of its first row is a number still. */
    private static final int LAST = Integer.MAX_VALUE / LARGEST;

    public static PageRequest of(int page, int size) {
        if (page < 0 || page > LAST) {
            throw FieldProblem.of("page", ProblemCode.VALUE_OUT_OF_RANGE, 0, LAST)
                    .asException();
        }
        if (size < 1 || size > LARGEST) {
            throw FieldProblem.of("size", ProblemCode.VALUE_OUT_OF_RANGE, 1, LARGEST)
                    .asException();
        }
        return new PageRequest(page, size);
    }

    public static PageRequest first(int size) {
        return of(0, size);
    }

    public int offset() {
        return Math.multiplyExact(page, size);
    }
}
