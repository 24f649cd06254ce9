package org.knightswatch.exam;

/** How much of a candidate a recording shows, against what the settings say. */
public enum Quality {
    /** Half the bitrate and two thirds of the height: for weak lines, and where faces are enough. */
    SPARING,
    /** What the settings say. */
    STANDARD,
    /** Twice the height at three times the bitrate: for hands, paper and small print. */
    FINE
}
