package org.knightswatch.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.knightswatch.kernel.Redis;
import redis.clients.jedis.Pipeline;

/**
 * Brings facts to all nodes: to this one by a CDI event at once, to the others through Redis, in the order in which they
 * were said. Who says something never waits for Redis; while it is away each node still serves its own.
 */
@ApplicationScoped
public class LiveChannel {

    static final String NAME = "kw:live";

    private static final int MOST_WAITING = 10_000;
    private static final int AT_ONCE = 500;

    private final String node = UUID.randomUUID().toString();
    private final BlockingQueue<LiveFact> waiting = new LinkedBlockingQueue<>(MOST_WAITING);

    @Inject
    Redis redis;

    @Inject
    Event<LiveFact> here;

    public void publish(LiveFact fact) {
        here.fire(fact);
        if (redis.address().isPresent() && !waiting.offer(fact)) {
            waiting.clear();
            waiting.add(lookAnew());
        }
    }

    /** Tells the other nodes what was said since the last time; waits until there is something. */
    void tellOthers() throws InterruptedException {
        List<LiveFact> facts = new ArrayList<>();
        facts.add(waiting.take());
        waiting.drainTo(facts, AT_ONCE);
        redis.ask(client -> {
            try (Pipeline pipeline = client.pipelined()) {
                facts.forEach(fact -> pipeline.publish(NAME, node + " " + fact.toJson()));
                pipeline.sync();
                return true;
            }
        });
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
        here.fire(lookAnew());
    }

    private LiveFact lookAnew() {
        return LiveFact.of(LiveFact.Audience.NODE, node, "resync");
    }
}
