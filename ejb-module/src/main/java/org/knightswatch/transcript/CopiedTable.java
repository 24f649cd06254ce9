package org.knightswatch.transcript;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The tables that say what a recording is, in the order in which rows can be put back: each stands behind those that it
 * refers to. What is only somebody's word about a person is left out.
 */
enum CopiedTable {
    ENVIRONMENT(
            "id in (select x.environment_id from exam x join attempt a on a.exam_id = x.id where a.id = ?)", "code"),
    EXAM("id in (select exam_id from attempt where id = ?)", "code_key"),
    CONSENT_TEXT("exam_id in (select exam_id from attempt where id = ?)", ""),
    ROOM("id in (select room_id from attempt where id = ?)", "exam_id number"),
    ENROLMENT("id in (select enrolment_id from attempt where id = ?)", "exam_id candidate_id"),
    SEAT(
            "exists (select 1 from attempt a where a.id = ? and a.enrolment_id = seat.enrolment_id and a.room_id = seat.room_id)",
            ""),
    CONSENT_RECEIPT("enrolment_id in (select enrolment_id from attempt where id = ?)", ""),
    ATTEMPT("id = ?", ""),
    ATTEMPT_PAUSE("attempt_id = ?", ""),
    SIGHTING("attempt_id = ?", ""),
    OUTAGE(
            "exists (select 1 from attempt a where a.id = ? and outage.to_at >= a.joined_at - interval '5' minute"
                    + " and outage.from_at <= coalesce(a.ended_at, outage.from_at) + interval '5' minute)",
            ""),
    RECORDING("attempt_id = ?", ""),
    FOLD("id in (select id from recording where attempt_id = ?)", ""),
    RECORDING_LOSS("recording_id in (select id from recording where attempt_id = ?)", ""),
    TAKE("attempt_id = ?", ""),
    SEGMENT("take_id in (select id from take where attempt_id = ?)", ""),
    SHOWN_CHALLENGE("attempt_id = ?", ""),
    RECORDING_COPY("attempt_id = ?", "");

    /** Names, addresses, groups, words that staff wrote, what a device calls itself. */
    private static final Map<CopiedTable, Set<String>> PERSONAL = Map.of(
            ENROLMENT, Set.of("name", "email", "roster_group"),
            ATTEMPT_PAUSE, Set.of("by_whom", "reason"),
            SIGHTING, Set.of("detail"));

    private final String where;
    private final String naturalKey;

    /**
     * A table.
     *
     * @param where which of its rows belong to an attempt
     * @param naturalKey the columns that make a row the same under another id, as when an exam was made anew by hand
     */
    CopiedTable(String where, String naturalKey) {
        this.where = where;
        this.naturalKey = naturalKey;
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In one order, so that the same rows give the same bytes. */
    String query() {
        return "select * from " + table() + " where " + where + " order by 1, 2, 3";
    }

    List<String> naturalKey() {
        return naturalKey.isEmpty() ? List.of() : List.of(naturalKey.split(" ", -1));
    }

    boolean isPersonal(String column) {
        return PERSONAL.getOrDefault(this, Set.of()).contains(column);
    }

    /** A row as it can be put back: what must be there and was left out says that it is not known. */
    Map<String, String> filled(Map<String, String> row) {
        Map<String, String> filled = new HashMap<>(row);
        if (this == ENROLMENT) {
            filled.put("name", row.get("candidate_id"));
        }
        if (this == ATTEMPT_PAUSE) {
            filled.put("by_whom", "unknown");
            filled.put("reason", "–");
        }
        return filled;
    }
}
