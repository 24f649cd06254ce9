package org.knightswatch.web.live;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;

/** Tells candidates' pages of this node how their attempt stands now, whatever made it so. */
@ApplicationScoped
public class AttemptPush {

    @Resource
    ManagedExecutorService executor;

    @Inject
    LiveHub hub;

    @Inject
    AttemptService attempts;

    @Inject
    LiveJson json;

    private final Gathering<AttemptId> changed = new Gathering<>(this::outside, this::push);

    void changed(AttemptId attempt) {
        changed.add(attempt);
    }

    /** Whoever tells us may be in a transaction that has just ended: in its thread nothing can be looked up. */
    private void outside(Runnable task) {
        executor.execute(task);
    }

    private void push(Set<AttemptId> ids) {
        for (AttemptId id : ids) {
            attempts.find(id).ifPresent(attempt -> send(attempt, hub.candidatesOf(id)));
        }
    }

    private void send(AttemptView attempt, List<LiveConnection> pages) {
        JsonObject state =
                Frames.frame("attempt").add("attempt", json.of(attempt)).build();
        JsonObject hand =
                Frames.frame("hand").add("up", attempt.handUpAt() != null).build();
        for (LiveConnection page : pages) {
            page.send(state);
            page.send(hand);
        }
    }
}
