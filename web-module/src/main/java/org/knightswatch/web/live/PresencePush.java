package org.knightswatch.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptListing;
import org.knightswatch.attempt.AttemptRow;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.Presence;
import org.knightswatch.attempt.PresenceState;
import org.knightswatch.attempt.PresenceView;
import org.knightswatch.exam.ExamId;
import org.knightswatch.room.RoomId;

/** Tells walls of this node who went missing and who came back. Nobody fires an event when a beat does not come. */
@ApplicationScoped
public class PresencePush {

    @Inject
    LiveHub hub;

    @Inject
    AttemptListing attempts;

    @Inject
    Presence presence;

    @Inject
    TilePush tiles;

    private Map<AttemptId, Optional<PresenceState>> known = Map.of();

    /** Called by one timer: never by two threads at once. */
    void push() {
        Set<RoomId> rooms = hub.connections().stream()
                .filter(connection -> connection.party() instanceof LiveParty.Staff)
                .flatMap(connection -> ((LiveParty.Staff) connection.party()).rooms().stream())
                .collect(Collectors.toSet());
        Map<ExamId, List<AttemptView>> running = attempts.in(rooms).stream()
                .map(AttemptRow::attempt)
                .filter(attempt -> !attempt.isOver())
                .collect(Collectors.groupingBy(AttemptView::exam));
        Map<AttemptId, Optional<PresenceState>> now = new HashMap<>();
        running.forEach((exam, all) -> {
            Map<AttemptId, PresenceView> seen = presence.of(exam, all);
            for (AttemptView attempt : all) {
                Optional<PresenceState> state =
                        Optional.ofNullable(seen.get(attempt.id())).map(PresenceView::state);
                now.put(attempt.id(), state);
                if (!state.equals(known.getOrDefault(attempt.id(), state))) {
                    tiles.changed(attempt.id());
                }
            }
        });
        known = now;
    }
}
