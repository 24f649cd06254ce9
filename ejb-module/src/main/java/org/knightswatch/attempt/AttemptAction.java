package org.knightswatch.attempt;

/** What can be done with an attempt; {@link AttemptState} says when and by whom. */
public enum AttemptAction {
    ADMIT,
    PAUSE,
    RESUME,
    EXTEND,
    FINISH,
    TERMINATE,
    EXPIRE
}
