package org.knightswatch.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.knightswatch.attempt.SightingView;

/**
 * Reckons from sightings when a page had a socket. A page that comes back may be greeted before its old socket is given
 * up, so sockets are counted; a server that went away saw none of them go.
 */
final class Connected {

    private final List<Interval> intervals = new ArrayList<>();
    private int sockets;
    private Instant since;

    void saw(SightingView seen) {
        switch (seen.kind()) {
            case CONNECTED -> {
                since = sockets == 0 ? seen.at() : since;
                sockets++;
            }
            case DISCONNECTED -> {
                if (sockets == 1) {
                    intervals.add(new Interval(since, seen.at()));
                }
                sockets = Math.max(0, sockets - 1);
            }
            default -> {}
        }
    }

    /** From that moment on nobody knows, until a page is greeted again. */
    void lostSight(Instant at) {
        if (sockets > 0 && !since.isAfter(at)) {
            intervals.add(new Interval(since, at));
            sockets = 0;
        }
    }

    List<Interval> until(Instant end) {
        List<Interval> all = new ArrayList<>(intervals);
        if (sockets > 0) {
            all.add(new Interval(since, end));
        }
        return Interval.union(all);
    }
}
