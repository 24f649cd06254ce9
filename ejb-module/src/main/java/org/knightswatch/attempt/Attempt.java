package org.knightswatch.attempt;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.ExamView;
import org.knightswatch.kernel.Ids;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.room.RoomId;
import org.knightswatch.room.SeatView;
import org.knightswatch.roster.EnrolmentId;
import org.knightswatch.roster.EnrolmentView;

/** One candidate's one run. {@link AttemptState} draws its life; its clock stands still in a pause. */
@Entity
class Attempt {

    /** That of the page which begins it. */
    static final long FIRST_LEASE = 1;

    @Id
    private UUID id;

    private UUID examId;
    private UUID enrolmentId;
    private UUID roomId;
    private int seatNumber;
    private int number;

    @Enumerated(EnumType.STRING)
    private AttemptState state;

    private Instant joinedAt;
    private Instant startedAt;
    private Instant endedAt;
    private Instant expiresAt;
    private Instant revokedAt;
    private Instant handUpAt;
    private int extraSeconds;
    private long lease;
    private long holdingLease;
    private long bytesPromised;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "attempt_pause", joinColumns = @JoinColumn(name = "attempt_id"))
    @OrderColumn(name = "position")
    private List<Pause> pauses = new ArrayList<>();

    @Version
    private long version;

    protected Attempt() {}

    static Attempt start(ExamView exam, EnrolmentView enrolment, SeatView seat, int number, Instant now) {
        Attempt attempt = new Attempt();
        attempt.id = Ids.next();
        attempt.examId = exam.key();
        attempt.enrolmentId = enrolment.id().value();
        attempt.sit(seat);
        attempt.number = number;
        attempt.state = AttemptState.RUNNING;
        attempt.joinedAt = now;
        attempt.startedAt = now;
        attempt.lease = FIRST_LEASE;
        attempt.followClock(exam.endsAt());
        return attempt;
    }

    void sit(SeatView seat) {
        roomId = seat.room().value();
        seatNumber = seat.number();
    }

    /** A page joins. Answers its lease: the higher one takes over when both are connected. */
    long join() {
        return ++lease;
    }

    /** A page says hello; answers false when a newer one is there. */
    boolean hold(long byLease) {
        if (byLease < holdingLease) {
            return false;
        }
        holdingLease = byLease;
        return true;
    }

    void admit(Instant examEndsAt, Instant now) {
        move(AttemptAction.ADMIT);
        startedAt = now;
        followClock(examEndsAt);
    }

    void pause(String by, String reason, Instant now) {
        move(AttemptAction.PAUSE);
        pauses.add(new Pause(now, null, by, reason));
        expiresAt = null;
    }

    void resume(Instant examEndsAt, Instant now) {
        move(AttemptAction.RESUME);
        int last = pauses.size() - 1;
        pauses.set(last, pauses.get(last).ended(now));
        followClock(examEndsAt);
    }

    void extend(Duration by, Instant examEndsAt) {
        move(AttemptAction.EXTEND);
        extraSeconds += Math.toIntExact(by.toSeconds());
        followClock(examEndsAt);
    }

    void end(AttemptAction how, Instant now) {
        if (state == AttemptState.PAUSED) {
            int last = pauses.size() - 1;
            pauses.set(last, pauses.get(last).ended(now));
        }
        move(how);
        endedAt = now;
        expiresAt = null;
        handUpAt = null;
    }

    /** Recalculates when the clock ends the attempt, after any of what decides it has changed. */
    final void followClock(Instant examEndsAt) {
        if (state == AttemptState.RUNNING || state == AttemptState.AWAITING) {
            Duration paused = pauses.stream().map(Pause::length).reduce(Duration.ZERO, Duration::plus);
            expiresAt = examEndsAt.plusSeconds(extraSeconds).plus(paused);
        }
    }

    void revokeTokens(Instant now) {
        revokedAt = now;
    }

    void raiseHand(Instant now) {
        if (handUpAt == null) {
            handUpAt = now;
        }
    }

    void lowerHand() {
        handUpAt = null;
    }

    /** Promises the store room for so many bytes more; answers false beyond the quota. */
    boolean promise(long bytes, long quota) {
        if (bytesPromised + bytes > quota) {
            return false;
        }
        bytesPromised += bytes;
        return true;
    }

    /** What staff wrote may name somebody. */
    void forgetWords() {
        pauses.replaceAll(pause -> new Pause(pause.fromAt(), pause.toAt(), pause.byWhom(), ""));
    }

    boolean isDue(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    AttemptState state() {
        return state;
    }

    AttemptView view() {
        return new AttemptView(
                new AttemptId(id),
                new ExamId(examId),
                new EnrolmentId(enrolmentId),
                number,
                state,
                new RoomId(roomId),
                seatNumber,
                joinedAt,
                startedAt,
                endedAt,
                expiresAt,
                extraSeconds,
                List.copyOf(pauses),
                holdingLease,
                revokedAt,
                handUpAt);
    }

    private void move(AttemptAction action) {
        AttemptState from = state;
        state = from.after(action)
                .orElseThrow(() -> new ProctoringException(ProblemCode.ATTEMPT_ACTION_REFUSED, action, from));
    }
}
