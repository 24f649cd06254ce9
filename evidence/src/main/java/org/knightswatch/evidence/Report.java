package org.knightswatch.evidence;

/** Tells what was found, as soon as it is found. */
interface Report {

    /** One recording was verified. */
    void recording(String where, Findings findings);

    /** There are no more. */
    void end(Tally tally);
}
