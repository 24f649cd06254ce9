package org.knightswatch.integration.interleavings;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the server has said in one step, and what it may have done without saying so. Written by many at once. */
final class Promises {

    private final Map<String, Set<Place>> joined = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> moved = new ConcurrentHashMap<>();
    private final Map<String, Set<Boolean>> duties = new ConcurrentHashMap<>();
    private final Set<String> finished = ConcurrentHashMap.newKeySet();
    private final Set<String> unsure = ConcurrentHashMap.newKeySet();

    void joined(String candidate, Place place) {
        add(joined, candidate, place);
    }

    void moved(String candidate, String room) {
        add(moved, candidate, room);
    }

    void finished(String candidate) {
        finished.add(candidate);
    }

    void duty(String proctor, boolean on) {
        add(duties, proctor, on);
    }

    /** The server was killed before it said what became of a candidate or a proctor. */
    void unsure(String who) {
        unsure.add(who);
    }

    /** The places that were answered to those who joined. */
    Map<String, Set<Place>> joined() {
        return joined;
    }

    /** The rooms that somebody was moved to. */
    Set<String> moved(String candidate) {
        return moved.getOrDefault(candidate, Set.of());
    }

    Set<String> finished() {
        return finished;
    }

    /** What was said of a proctor: on duty, off duty, both, or nothing. */
    Set<Boolean> duty(String proctor) {
        return duties.getOrDefault(proctor, Set.of());
    }

    /** Of whom anything was said. */
    Set<String> onDutyOrOff() {
        return duties.keySet();
    }

    int unsure() {
        return unsure.size();
    }

    boolean isUnsure(String who) {
        return unsure.contains(who);
    }

    private static <T> void add(Map<String, Set<T>> to, String who, T what) {
        to.computeIfAbsent(who, key -> ConcurrentHashMap.newKeySet()).add(what);
    }
}
