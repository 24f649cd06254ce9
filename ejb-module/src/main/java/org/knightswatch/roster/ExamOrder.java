package org.knightswatch.roster;

/** How a list of exams is sorted. */
public enum ExamOrder {
    /** What is open, then what comes next, then what is over, the newest first. */
    NEED("""
            case when e.endsAt <= :now then 2 when e.startsAt > :now then 1 else 0 end,
            case when e.endsAt > :now then e.startsAt else null end, e.endsAt desc, e.codeKey"""),
    TITLE("lower(e.title), e.codeKey"),
    TITLE_BACKWARDS("lower(e.title) desc, e.codeKey desc"),
    CODE("e.codeKey"),
    CODE_BACKWARDS("e.codeKey desc"),
    WINDOW("e.startsAt, e.codeKey"),
    WINDOW_BACKWARDS("e.startsAt desc, e.codeKey desc");

    private final String terms;

    ExamOrder(String terms) {
        this.terms = terms;
    }

    String terms() {
        return terms;
    }
}
