package org.knightswatch.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.knightswatch.exam.ExamId;
import org.knightswatch.room.RoomId;
import org.knightswatch.roster.EnrolmentId;

/**
 * An attempt as others see it.
 *
 * @param number 1 is the candidate's first
 * @param joinedAt the candidate's first join
 * @param startedAt when it began to run; null while it waits for admission
 * @param expiresAt when the clock ends it; null while that clock stands still, and afterwards
 * @param extraSeconds time given on top of the exam's window
 * @param holdingLease the page that takes part: the newest that said hello; older ones were superseded
 * @param revokedAt join tokens issued until then are worth nothing for taking part; may be null
 * @param handUpAt since when the candidate asks for help; null: not
 */
public record AttemptView(
        AttemptId id,
        ExamId exam,
        EnrolmentId enrolment,
        int number,
        AttemptState state,
        RoomId room,
        int seat,
        Instant joinedAt,
        Instant startedAt,
        Instant endedAt,
        Instant expiresAt,
        int extraSeconds,
        List<Pause> pauses,
        long holdingLease,
        Instant revokedAt,
        Instant handUpAt) {

    public AttemptPlace place() {
        return new AttemptPlace(id, exam, room);
    }

    public boolean isOver() {
        return state.isOver();
    }

    /** Since when its clock stands still. */
    public Optional<Instant> pausedSince() {
        return pauses.stream()
                .filter(pause -> pause.toAt() == null)
                .map(Pause::fromAt)
                .findFirst();
    }

    /** When the candidate's time is up, as far as it is known now: in a pause, as if it had just begun. */
    public Instant endsAt(Instant examEndsAt) {
        if (expiresAt != null) {
            return expiresAt;
        }
        Duration paused = pauses.stream().map(Pause::length).reduce(Duration.ZERO, Duration::plus);
        return examEndsAt.plusSeconds(extraSeconds).plus(paused);
    }
}
