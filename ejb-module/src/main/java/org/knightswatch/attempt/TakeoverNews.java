package org.knightswatch.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.ServerClock;

/** Writes down and tells what becomes of a second browser: to the reviewer, to the wall, and to the audit trail. */
@ApplicationScoped
public class TakeoverNews {

    /** A concern: many have a harmless reason, and a proctor should look at each. */
    private static final double SEVERITY = 0.5;

    @Inject
    Sightings sightings;

    @Inject
    ServerClock clock;

    @Inject
    Event<Suspicion> suspicions;

    @Inject
    Event<TakeoverChanged> changed;

    @Inject
    Event<AuditFact> audit;

    void asked(AttemptPlace place, TakeoverView takeover, String by) {
        suspect(takeover);
        tell(place, takeover, SightingKind.TAKEOVER_ASKED, by, null);
    }

    void takenOver(AttemptPlace place, TakeoverView takeover, String by) {
        suspect(takeover);
        tell(place, takeover, SightingKind.TAKEN_OVER, by, null);
    }

    void refused(AttemptPlace place, TakeoverView takeover, String by, String reason) {
        tell(place, takeover, SightingKind.TAKEOVER_REFUSED, by, reason);
    }

    /** The audit trail is for ever: it has the page's id, and not where somebody was. */
    private void tell(AttemptPlace place, TakeoverView takeover, SightingKind kind, String by, String reason) {
        sightings.note(place.attempt(), kind, null, words(takeover));
        audit.fire(AuditFact.of("ATTEMPT_" + kind, "attempt:" + place.attempt())
                .by(by)
                .saying("page " + takeover.page() + (reason == null ? "" : ": " + reason)));
        changed.fire(new TakeoverChanged(place));
    }

    /** Once for each page that met another browser. */
    private void suspect(TakeoverView takeover) {
        suspicions.fire(new Suspicion(
                takeover.attempt(),
                clock.instant(),
                SEVERITY,
                "SECOND_BROWSER",
                "attempt.takeover",
                words(takeover),
                "SECOND_BROWSER " + takeover.page()));
    }

    private static String words(TakeoverView takeover) {
        return "There: " + takeover.older() + ". Came: " + takeover.newer() + ".";
    }
}
