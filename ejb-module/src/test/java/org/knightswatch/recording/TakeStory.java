package org.knightswatch.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.room.RoomId;
import org.knightswatch.roster.EnrolmentId;

/**
 * A take as a test tells of it, with segments of four seconds. Moments are seconds since the candidate joined. Of fMP4,
 * segment 0 is the header and has no length.
 */
final class TakeStory {

    static final Instant JOINED = Instant.parse("2026-11-24T09:00:00Z");
    private static final long SEGMENT_MILLIS = 4_000;

    private final boolean mp4;
    private final Instant startedAt;
    private final UUID id;
    private final List<SegmentView> segments = new ArrayList<>();
    private Duration lag = Duration.ofSeconds(1);
    private GapCause before;
    private Integer lastSequence;
    private CloseReason reason;
    private boolean verified;
    private boolean soundOnly;
    private ArchivedTake archived;

    private TakeStory(boolean mp4, double startedAt) {
        this.mp4 = mp4;
        this.startedAt = at(startedAt);
        this.id = new UUID(mp4 ? 4 : 8, (long) (startedAt * 1000));
    }

    static Instant at(double seconds) {
        return JOINED.plusMillis(Math.round(seconds * 1000));
    }

    static TakeStory mp4(double startedAt) {
        return new TakeStory(true, startedAt);
    }

    static TakeStory webm(double startedAt) {
        return new TakeStory(false, startedAt);
    }

    static AttemptView running() {
        return attempt(AttemptState.RUNNING, null);
    }

    static AttemptView finishedAt(double seconds) {
        return attempt(AttemptState.COMPLETED, at(seconds));
    }

    /** What is held from now on came so long after it was recorded. */
    TakeStory uploadedAfter(Duration newLag) {
        lag = newLag;
        return this;
    }

    TakeStory holding(int first, int last) {
        for (int sequence = first; sequence <= last; sequence++) {
            int place = mp4 ? sequence - 1 : sequence;
            boolean header = mp4 && sequence == 0;
            holding(sequence, header ? 0 : place * SEGMENT_MILLIS, header ? 0 : SEGMENT_MILLIS);
        }
        return this;
    }

    TakeStory holding(int sequence, long startMillis, long durationMillis) {
        Instant held = startedAt.plusMillis(startMillis + durationMillis).plus(lag);
        segments.add(new SegmentView(
                sequence, 100, Sha256.digest(id + "/" + sequence), startMillis, durationMillis, held, false));
        return this;
    }

    TakeStory closed(int last, CloseReason why) {
        lastSequence = last;
        reason = why;
        return this;
    }

    TakeStory saysOfTheTimeBefore(GapCause cause) {
        before = cause;
        return this;
    }

    /** Recorded while the camera was away. */
    TakeStory soundOnly() {
        soundOnly = true;
        return this;
    }

    TakeStory verified() {
        verified = true;
        return this;
    }

    /** All that is held so far is one object in the archive. */
    TakeStory archived() {
        long bytes = segments.stream().mapToLong(SegmentView::bytes).sum();
        archived = new ArchivedTake("take-1.mp4", bytes, Sha256.digest("take"));
        return this;
    }

    TakeId id() {
        return new TakeId(id);
    }

    HeldTake told() {
        TakeView view = new TakeView(
                id,
                new AttemptId(new UUID(0, 1)),
                id(),
                1,
                Track.CAMERA,
                mimeType(),
                "segments/default/EXAM/C-1/1/camera/" + id + "/",
                startedAt,
                startedAt,
                before,
                lastSequence,
                reason,
                null,
                verified ? startedAt : null,
                null,
                archived == null ? null : startedAt,
                archived,
                0);
        return HeldTake.of(view, segments);
    }

    private String mimeType() {
        String codecs = soundOnly ? "opus" : mp4 ? "avc1,opus" : "vp8,opus";
        return "video/" + (mp4 ? "mp4" : "webm") + ";codecs=" + codecs;
    }

    private static AttemptView attempt(AttemptState state, Instant endedAt) {
        return new AttemptView(
                new AttemptId(new UUID(0, 1)),
                new ExamId(new UUID(0, 2)),
                new EnrolmentId(new UUID(0, 3)),
                1,
                state,
                new RoomId(new UUID(0, 4)),
                1,
                JOINED,
                JOINED,
                endedAt,
                null,
                0,
                List.of(),
                1,
                null,
                null);
    }
}
