package org.knightswatch.copy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.GrowingWait;
import org.knightswatch.kernel.Ids;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.ArchivedTake;
import org.knightswatch.recording.KeptCopy;
import org.knightswatch.store.ObjectKey;

/**
 * A file that somebody else recorded of an attempt. It waits until it is fetched, and is then kept, or failed for good; an
 * attempt that is purged lets it fail, too.
 */
@Entity
class RecordingCopy {

    /** Whoever brings a file has so long to finish it. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    /** A store that is away has lost nothing, but no seal waits for ever. */
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(7);

    private static final GrowingWait WAIT = new GrowingWait(Duration.ofSeconds(10), 8);
    private static final int LONGEST_FAULT = 500;

    @Id
    private UUID id;

    private UUID attemptId;
    private int number;

    @Enumerated(EnumType.STRING)
    private Track track;

    private String source;
    private String objectKey;
    private Instant startedAt;
    private Instant announcedAt;

    @Enumerated(EnumType.STRING)
    private CopyState state;

    private Instant fetchAt;
    private int tries;
    private String fault;
    private String objectName;
    private Long objectBytes;
    private String objectSha256;
    private Long durationMillis;

    @Version
    @Column(nullable = false)
    private long version;

    protected RecordingCopy() {}

    RecordingCopy(AttemptId attempt, int number, CopyDraft draft, Instant now) {
        this.id = Ids.next();
        this.attemptId = attempt.value();
        this.number = number;
        this.track = draft.track();
        this.source = draft.source();
        this.objectKey = draft.object();
        this.startedAt = draft.startedAt();
        this.announcedAt = now;
        this.state = CopyState.WAITING;
        this.fetchAt = now;
    }

    boolean isSameAs(CopyDraft draft) {
        return source.equals(draft.source()) && track == draft.track() && startedAt.equals(draft.startedAt());
    }

    boolean isWaiting() {
        return state == CopyState.WAITING;
    }

    boolean isDue(Instant now) {
        return fetchAt != null && !fetchAt.isAfter(now);
    }

    void fetchFrom(Instant moment) {
        fetchAt = moment;
    }

    /** It could not be read: another time, each time a little later, but for a week at most. */
    void later(Instant now) {
        tryAgain(now, LONGEST_PATIENCE, "it could not be read for a week");
    }

    /** It is not there: the same, but for a day. */
    void missing(Instant now) {
        fault = "nothing lies there";
        tryAgain(now, PATIENCE, "nothing lay there for a day");
    }

    private void tryAgain(Instant now, Duration patience, String otherwise) {
        if (!announcedAt.plus(patience).isAfter(now)) {
            failed(otherwise);
            return;
        }
        fetchAt = now.plus(WAIT.after(tries++));
    }

    void failed(String why) {
        state = CopyState.FAILED;
        fault = why.substring(0, Math.min(why.length(), LONGEST_FAULT));
        fetchAt = null;
    }

    void kept(ArchivedTake object, long millis) {
        state = CopyState.KEPT;
        fault = null;
        fetchAt = null;
        objectName = object.name();
        objectBytes = object.bytes();
        objectSha256 = object.sha256().hex();
        durationMillis = millis;
    }

    CopyWork work(long most) {
        String name = "copy-" + source + "-" + number;
        return new CopyWork(id, new AttemptId(attemptId), track, ObjectKey.of(objectKey), name, most);
    }

    AttemptId attempt() {
        return new AttemptId(attemptId);
    }

    Track track() {
        return track;
    }

    String importedFrom() {
        return objectKey;
    }

    KeptCopy kept() {
        return new KeptCopy(
                source, startedAt, durationMillis, new ArchivedTake(objectName, objectBytes, new Sha256(objectSha256)));
    }

    CopyView view() {
        return new CopyView(
                number,
                source,
                track,
                objectKey,
                startedAt,
                state,
                fault,
                objectName,
                objectBytes,
                objectSha256 == null ? null : new Sha256(objectSha256),
                durationMillis);
    }
}
