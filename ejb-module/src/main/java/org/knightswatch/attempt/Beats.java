package org.knightswatch.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.knightswatch.exam.ExamId;

/**
 * The beats that this node heard and has not told Redis yet, the newest of each attempt: ten thousand candidates are
 * then one call a second, and no candidate's request waits for it.
 */
@ApplicationScoped
public class Beats {

    private final Map<AttemptId, Beat> heard = new ConcurrentHashMap<>();

    void note(ExamId exam, AttemptId attempt, long millis) {
        heard.put(attempt, new Beat(exam, attempt, millis));
    }

    /** What was noted since the last time; a beat that comes in this moment is in the next answer. */
    List<Beat> take() {
        List<Beat> taken = new ArrayList<>();
        heard.forEach((attempt, beat) -> {
            if (heard.remove(attempt, beat)) {
                taken.add(beat);
            }
        });
        return taken;
    }

    /** A sign of life, in milliseconds since 1970. */
    record Beat(ExamId exam, AttemptId attempt, long millis) {}
}
