package org.knightswatch.transcript;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.knightswatch.attempt.AttemptChanged;
import org.knightswatch.attempt.AttemptEnded;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptStarted;
import org.knightswatch.recording.RowsChanged;

/**
 * Which attempts this node has changed since their transcripts were written. It forgets them when the node dies; comparing
 * the store with the rows finds those.
 */
@ApplicationScoped
public class DueTranscripts {

    private final Set<AttemptId> due = ConcurrentHashMap.newKeySet();

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) AttemptStarted event) {
        due.add(event.place().attempt());
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) AttemptChanged event) {
        due.add(event.place().attempt());
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) AttemptEnded event) {
        due.add(event.place().attempt());
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) RowsChanged event) {
        due.add(event.attempt());
    }

    /** One of them; whoever takes it writes it. One caller at a time. */
    Optional<AttemptId> take() {
        Iterator<AttemptId> each = due.iterator();
        if (!each.hasNext()) {
            return Optional.empty();
        }
        AttemptId attempt = each.next();
        each.remove();
        return Optional.of(attempt);
    }

    void giveBack(AttemptId attempt) {
        due.add(attempt);
    }
}
