package org.knightswatch.review;

/** By what attempts are listed. */
public enum ReviewOrder {
    SEVERITY(
            "coalesce((select max(f.severity) from Flag f where f.attemptId = a.id), -1)",
            "(select count(f) from Flag f where f.attemptId = a.id)"),
    CANDIDATE("lower(e.name)", "e.candidateId"),
    MISSING("r.missingMillis", "r.gapCount"),
    JOINED("a.joinedAt", "a.number"),
    ENDED("a.endedAt", "a.joinedAt");

    private final String first;
    private final String then;

    ReviewOrder(String first, String then) {
        this.first = first;
        this.then = then;
    }

    /** Ties are settled by the newest, so that pages never overlap. */
    String clause(boolean descending) {
        String way = descending ? " desc" : " asc";
        return " order by " + first + way + " nulls " + (descending ? "first, " : "last, ") + then + way
                + ", a.joinedAt desc, a.id";
    }
}
