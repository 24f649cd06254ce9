package org.knightswatch.recording;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Ids;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.Sha256;

/**
 * One run of one recorder in one page's life. It is open until its last sequence is known, from the page itself or from
 * the next visit of the same browser; then it waits to be read and verified.
 */
@Entity
class Take {

    @Id
    private UUID id;

    private UUID attemptId;
    private UUID takeId;
    private int number;

    @Enumerated(EnumType.STRING)
    private Track track;

    private String mimeType;
    private int sliceMillis;
    private String objectPrefix;
    private Instant startedAt;
    private Instant announcedAt;

    @Enumerated(EnumType.STRING)
    private GapCause beforeCause;

    private int promisedThrough;

    private Integer lastSequence;

    @Enumerated(EnumType.STRING)
    private CloseReason closeReason;

    private Instant closedAt;
    private Instant verifyAt;
    private Instant verifiedAt;
    private int verifyTries;
    private String fault;
    private boolean closedForGood;
    private Instant archivedAt;
    private String objectName;
    private Long objectBytes;
    private String objectSha256;
    private int segmentsWitnessed;
    private int segmentsUnwitnessed;

    @Version
    private long version;

    protected Take() {}

    Take(AttemptId attempt, TakeId takeId, int number, TakeDraft draft, String objectPrefix, Instant now) {
        this.id = Ids.next();
        this.attemptId = attempt.value();
        this.takeId = takeId.value();
        this.number = number;
        this.track = draft.track();
        this.mimeType = draft.mimeType();
        this.sliceMillis = draft.sliceMillis();
        this.objectPrefix = objectPrefix;
        this.startedAt = draft.startedAt();
        this.announcedAt = now;
        this.beforeCause = draft.before() == null ? null : draft.before().cause();
        this.promisedThrough = -1;
    }

    boolean isSameAs(TakeDraft draft) {
        return track == draft.track()
                && mimeType.equals(draft.mimeType())
                && startedAt.equals(draft.startedAt())
                && sliceMillis == draft.sliceMillis();
    }

    /** Closes the take; the same again is harmless. */
    void close(int last, CloseReason reason, Instant now) {
        if (lastSequence != null) {
            if (lastSequence != last) {
                throw new ProctoringException(ProblemCode.TAKE_CLOSED, lastSequence);
            }
            return;
        }
        lastSequence = last;
        closeReason = reason;
        closedAt = now;
    }

    /** From when the archiver may read it; null: not. */
    void verifyFrom(Instant moment) {
        verifyAt = archivedAt == null ? moment : null;
    }

    /** Nothing more of it is taken: now it can be read, holes and all. */
    void closeForGood(Instant now) {
        closedForGood = true;
        if (verifyAt == null) {
            verifyFrom(now);
        }
    }

    /** More of it was found than anybody knew of when it was closed. */
    void reaches(int sequence) {
        lastSequence = Math.max(lastSequence, sequence);
    }

    boolean isClosedForGood() {
        return closedForGood;
    }

    boolean isToVerify(Instant now) {
        return verifyAt != null && !verifyAt.isAfter(now);
    }

    int triedToVerify() {
        return ++verifyTries;
    }

    /** Bytes of these that no earlier request counted against the quota. */
    long promise(List<SegmentDraft> wanted) {
        int counted = promisedThrough;
        long bytes = 0;
        for (SegmentDraft draft : wanted) {
            if (draft.sequence() > counted) {
                bytes += draft.bytes();
                promisedThrough = Math.max(promisedThrough, draft.sequence());
            }
        }
        return bytes;
    }

    /** The page at the live socket vouched for so many more. */
    void witnessed(int segments) {
        segmentsWitnessed += segments;
    }

    /** It could have, and did not; answers how many there are of these. */
    int unwitnessed(int segments) {
        return segmentsUnwitnessed += segments;
    }

    /** All its bytes were read. */
    void read(String found, Instant now) {
        fault = found;
        verifiedAt = found == null ? now : null;
    }

    /** They lie in the archive; null: there are none. */
    void archived(ArchivedTake object, Instant now) {
        verifyAt = null;
        archivedAt = now;
        if (object != null) {
            objectName = object.name();
            objectBytes = object.bytes();
            objectSha256 = object.sha256().hex();
        }
    }

    /** Something has to be done by people before it can be archived. */
    void blocked(String what, Instant again) {
        fault = what;
        verifyFrom(again);
    }

    /** It is to be purged: nothing more is taken or read. */
    void purge() {
        closedForGood = true;
        verifyAt = null;
    }

    TakeView view() {
        return new TakeView(
                id,
                new AttemptId(attemptId),
                new TakeId(takeId),
                number,
                track,
                mimeType,
                objectPrefix,
                startedAt,
                announcedAt,
                beforeCause,
                lastSequence,
                closeReason,
                closedAt,
                verifiedAt,
                fault,
                archivedAt,
                objectName == null ? null : new ArchivedTake(objectName, objectBytes, new Sha256(objectSha256)),
                segmentsWitnessed);
    }
}
