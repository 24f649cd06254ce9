package org.knightswatch.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.web.faces.PageZone;

/** Says where exams stand now, for pages. */
@Named("examPhases")
@RequestScoped
public class ExamPhases {

    @Inject
    ServerClock clock;

    @Inject
    PageZone zone;

    public ExamPhase of(Instant startsAt, Instant endsAt) {
        return ExamPhase.of(startsAt, endsAt, clock.instant(), zone.get());
    }
}
