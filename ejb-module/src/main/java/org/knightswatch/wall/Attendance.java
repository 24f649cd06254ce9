package org.knightswatch.wall;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.PresenceState;
import org.knightswatch.attempt.PresenceView;
import org.knightswatch.attempt.Seated;
import org.knightswatch.recording.Quiet;
import org.knightswatch.wall.RoomsView.PresentLine;

/**
 * Who takes part in an exam now. Whoever is known to be away is an alarm already: the recording of others is silent.
 *
 * @param quiet recordings that nothing comes to, those that are silent for the longest first
 */
record Attendance(List<Seated> running, Map<AttemptId, PresenceView> seen, List<Quiet> quiet) {

    /** Those of the quiet recordings whose candidates are there, as far as anybody knows. */
    List<Quiet> silent() {
        return quiet.stream().filter(one -> !isAway(one.attempt())).toList();
    }

    Map<UUID, PresentLine> byRoom() {
        Set<AttemptId> silent = silent().stream().map(Quiet::attempt).collect(Collectors.toSet());
        return running.stream()
                .collect(Collectors.groupingBy(
                        one -> one.room().value(),
                        Collectors.collectingAndThen(
                                Collectors.mapping(Seated::attempt, Collectors.toList()), ids -> line(ids, silent))));
    }

    private PresentLine line(List<AttemptId> inRoom, Set<AttemptId> silent) {
        long unknown = count(inRoom, id -> !seen.containsKey(id));
        return new PresentLine(
                count(inRoom, is(PresenceState.CONNECTED)),
                count(inRoom, is(PresenceState.MISSING)),
                count(inRoom, is(PresenceState.GONE)),
                unknown,
                count(inRoom, silent::contains));
    }

    private boolean isAway(AttemptId attempt) {
        return is(PresenceState.MISSING).or(is(PresenceState.GONE)).test(attempt);
    }

    private Predicate<AttemptId> is(PresenceState state) {
        return attempt -> seen.containsKey(attempt) && seen.get(attempt).state() == state;
    }

    private static long count(List<AttemptId> attempts, Predicate<AttemptId> which) {
        return attempts.stream().filter(which).count();
    }
}
