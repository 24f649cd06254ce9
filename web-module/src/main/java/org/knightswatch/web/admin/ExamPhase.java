package org.knightswatch.web.admin;

import java.time.Instant;
import java.time.ZoneId;
import org.knightswatch.web.faces.Moments;

/** Where an exam stands in time: a sign, a tone and words. */
public record ExamPhase(String icon, String tone, String words) {

    static ExamPhase of(Instant startsAt, Instant endsAt, Instant now, ZoneId zone) {
        if (now.isBefore(startsAt)) {
            return new ExamPhase("cal", "kw-s-info", "Opens " + Moments.relative(startsAt, now, zone));
        }
        if (now.isBefore(endsAt)) {
            return new ExamPhase("dot", "kw-s-ok", "Open, ends " + Moments.relative(endsAt, now, zone));
        }
        return new ExamPhase("check", "kw-s-idle", "Ended " + Moments.relative(endsAt, now, zone));
    }
}
