package org.knightswatch.attempt;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where an attempt stands. Every arrow there is, and who may cause it:
 *
 * <pre>
 * AWAITING --admit (proctor)--> RUNNING --pause (proctor)--> PAUSED --resume (proctor)--> RUNNING
 * RUNNING, PAUSED --finish (candidate)--> COMPLETED
 * AWAITING, RUNNING, PAUSED --terminate (proctor)--> TERMINATED
 * AWAITING, RUNNING --expire (the clock)--> EXPIRED
 * RUNNING, PAUSED --extend (proctor)--> the same
 * </pre>
 */
public enum AttemptState {
    AWAITING,
    RUNNING,
    PAUSED,
    COMPLETED,
    TERMINATED,
    EXPIRED;

    private static final Map<AttemptState, Map<AttemptAction, AttemptState>> ARROWS = arrows();

    /** Where an action leads from here; empty when it may not be done here. */
    public Optional<AttemptState> after(AttemptAction action) {
        return Optional.ofNullable(ARROWS.get(this).get(action));
    }

    public boolean isOver() {
        return this == COMPLETED || this == TERMINATED || this == EXPIRED;
    }

    private static Map<AttemptState, Map<AttemptAction, AttemptState>> arrows() {
        Map<AttemptState, Map<AttemptAction, AttemptState>> arrows = new EnumMap<>(AttemptState.class);
        for (AttemptState state : values()) {
            arrows.put(state, new EnumMap<>(AttemptAction.class));
        }
        arrows.get(AWAITING)
                .putAll(Map.of(
                        AttemptAction.ADMIT, RUNNING,
                        AttemptAction.TERMINATE, TERMINATED,
                        AttemptAction.EXPIRE, EXPIRED));
        arrows.get(RUNNING)
                .putAll(Map.of(
                        AttemptAction.PAUSE, PAUSED,
                        AttemptAction.FINISH, COMPLETED,
                        AttemptAction.TERMINATE, TERMINATED,
                        AttemptAction.EXPIRE, EXPIRED,
                        AttemptAction.EXTEND, RUNNING));
        arrows.get(PAUSED)
                .putAll(Map.of(
                        AttemptAction.RESUME, RUNNING,
                        AttemptAction.FINISH, COMPLETED,
                        AttemptAction.TERMINATE, TERMINATED,
                        AttemptAction.EXTEND, PAUSED));
        return arrows;
    }
}
