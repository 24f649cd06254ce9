package org.knightswatch.exam;

/** Whether an exam's page lets itself be shown in a frame of ours. */
public enum Framing {
    /** There is no page of theirs, or it was not reached when it was asked. */
    UNKNOWN,
    ALLOWED,
    /** It opens in a window of its own beside ours. */
    REFUSED
}
