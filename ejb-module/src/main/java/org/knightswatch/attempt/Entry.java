package org.knightswatch.attempt;

import org.knightswatch.exam.Takeover;

/** What becomes of a page that joins from another browser than the one that holds the attempt. */
enum Entry {
    /** Nobody is there: it goes in, and there is nothing to tell. */
    JOINS,
    /** It goes in over somebody who is there. */
    TAKES_OVER,
    WAITS,
    REFUSED;

    /**
     * @param there whether somebody is there; null: unknown, which alarms nobody and changes nothing that stands
     * @param asked how this browser's asking stands; null: it has not asked, or that is long over
     */
    static Entry of(Takeover takeover, PresenceState there, PageState asked) {
        boolean connected = there == PresenceState.CONNECTED;
        if (takeover == Takeover.ALLOW) {
            return connected ? TAKES_OVER : JOINS;
        }
        if (asked == PageState.REFUSED && (connected || there == null)) {
            return REFUSED;
        }
        boolean stillWaits = asked == PageState.WAITING && there == null;
        return connected || stillWaits ? WAITS : JOINS;
    }
}
