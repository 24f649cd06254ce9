package org.knightswatch.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.knightswatch.retention.HoldView;
import org.knightswatch.retention.Keep;
import org.knightswatch.retention.RetentionPreview;
import org.knightswatch.retention.RetentionPreview.Amount;

/**
 * A rule and what it purges, as the API shows them.
 *
 * @param keep what the exam itself says; its days under {@code days}, or those of the settings
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RetentionJson(
        Keep keep,
        Integer days,
        Amount all,
        Amount now,
        Amount held,
        long running,
        Instant from,
        Instant until,
        List<DayJson> first,
        HoldView hold) {

    static RetentionJson of(RetentionPreview preview, Optional<HoldView> hold) {
        return new RetentionJson(
                Keep.of(preview.rule()),
                preview.rule().days(),
                preview.all(),
                preview.now(),
                preview.held(),
                preview.running(),
                preview.from(),
                preview.until(),
                preview.days().stream()
                        .map(day -> new DayJson(day.day().toString(), day.amount()))
                        .toList(),
                hold.orElse(null));
    }

    /** What goes on a day, such as {@code 2027-06-01}, in UTC. */
    public record DayJson(String day, Amount amount) {}
}
