package org.knightswatch.review;

/** How attempts are listed. */
public enum ReviewOrder {
    NEWEST("a.joinedAt desc"),
    CANDIDATE("lower(e.name)"),
    MOST_FLAGS("(select count(f) from Flag f where f.attemptId = a.id) desc, a.joinedAt desc"),
    MOST_MISSING("(r.expectedMillis - r.recordedMillis) desc, a.joinedAt desc");

    private final String clause;

    ReviewOrder(String clause) {
        this.clause = clause;
    }

    String clause() {
        return " order by " + clause + ", a.id";
    }
}
