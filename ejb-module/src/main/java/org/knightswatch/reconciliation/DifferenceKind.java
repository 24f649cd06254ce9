package org.knightswatch.reconciliation;

/** How the store and the rows differ. The names are reason codes of flags, too. */
public enum DifferenceKind {
    /** The rows say that it is held, and the store has it no more. */
    OBJECT_MISSING(0.8),
    /** It lies there, and no row knows why. */
    OBJECT_EXTRA(0.4),
    /** It lies there with other bytes than were proved. */
    OBJECT_CHANGED(0.8);

    private final double severity;

    DifferenceKind(double severity) {
        this.severity = severity;
    }

    double severity() {
        return severity;
    }
}
