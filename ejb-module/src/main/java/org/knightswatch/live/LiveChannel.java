package org.knightswatch.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.knightswatch.kernel.Redis;

/**
 * Brings facts to all nodes: to this one by a CDI event at once, to the others through Redis. While Redis is away each
 * node still serves its own.
 */
@ApplicationScoped
public class LiveChannel {

    static final String NAME = "kw:live";

    private final String node = UUID.randomUUID().toString();

    @Inject
    Redis redis;

    @Inject
    Event<LiveFact> here;

    public void publish(LiveFact fact) {
        here.fire(fact);
        redis.ask(client -> client.publish(NAME, node + " " + fact.toJson()));
    }

    /** What came from Redis: our own were delivered when they were published. */
    void receive(String message) {
        int space = message.indexOf(' ');
        if (space > 0 && !message.substring(0, space).equals(node)) {
            here.fire(LiveFact.ofJson(message.substring(space + 1)));
        }
    }

    /** Facts of other nodes may have been missed: whoever is connected here looks anew. */
    void resync() {
        here.fire(LiveFact.of(LiveFact.Audience.NODE, node, "resync"));
    }
}
