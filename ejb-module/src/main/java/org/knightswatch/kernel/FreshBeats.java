package org.knightswatch.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The beats that this node heard and has not told Redis yet, the newest of each member: ten thousand candidates are then
 * one call a second, and nobody's request waits for it.
 */
@ApplicationScoped
public class FreshBeats {

    private final Map<Member, Long> heard = new ConcurrentHashMap<>();

    void note(String set, String member, long millis) {
        heard.put(new Member(set, member), millis);
    }

    /** What was noted since the last time; a beat that comes in this moment is in the next answer. */
    List<Beat> take() {
        List<Beat> taken = new ArrayList<>();
        heard.forEach((who, millis) -> {
            if (heard.remove(who, millis)) {
                taken.add(new Beat(who.set(), who.name(), millis));
            }
        });
        return taken;
    }

    private record Member(String set, String name) {}

    /** A sign of life, in milliseconds since 1970. */
    record Beat(String set, String member, long millis) {}
}
