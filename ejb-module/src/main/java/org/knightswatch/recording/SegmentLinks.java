package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.store.ByteRange;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoreSettings;

/** Says where a player reads takes and their segments. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SegmentLinks {

    @Inject
    Takes takes;

    @Inject
    Recordings recordings;

    @Inject
    SegmentRows rows;

    @Inject
    HeldSegments held;

    @Inject
    SealedTakes sealed;

    @Inject
    ArchiveRows archive;

    @Inject
    ObjectStore store;

    @Inject
    StoreSettings settings;

    /** A take that is archived: all of its segments, one behind the other. */
    public URI of(AttemptId attempt, TakeId takeId) {
        recordings.requireThere(attempt);
        return store.presignGet(object(takes.view(attempt, takeId)), settings.urlLife())
                .url();
    }

    /** A segment that has an object of its own; empty when that has gone, and only the archive has its bytes. */
    public Optional<URI> of(AttemptId attempt, TakeId takeId, int sequence) {
        recordings.requireThere(attempt);
        TakeView take = takes.view(attempt, takeId);
        Map<Integer, Sha256> known = rows.digests(take.key(), Set.of(sequence));
        if (known.containsKey(sequence)) {
            String key = SegmentKeys.key(take.objectPrefix(), sequence, known.get(sequence), take.mimeType());
            return Optional.of(
                    store.presignGet(ObjectKey.of(key), settings.urlLife()).url());
        }
        if (!held.isFolded(take)) {
            throw new ProctoringException(ProblemCode.SEGMENT_UNKNOWN);
        }
        return Optional.empty();
    }

    /** The bytes of such a segment, out of the object of its take: an address that was given out once stays good. */
    public ArchivedSegment open(AttemptId attempt, TakeId takeId, int sequence) {
        recordings.requireThere(attempt);
        TakeView take = takes.view(attempt, takeId);
        long offset = 0;
        for (SegmentView segment : sealed.segments(take)) {
            if (segment.sequence() == sequence) {
                ByteRange range = ByteRange.of(offset, offset + segment.bytes() - 1);
                return new ArchivedSegment(take.mediaType(), segment.bytes(), store.open(object(take), range));
            }
            offset += segment.bytes();
        }
        throw new ProctoringException(ProblemCode.SEGMENT_UNKNOWN);
    }

    private ObjectKey object(TakeView take) {
        if (take.archived() == null) {
            throw new ProctoringException(ProblemCode.ARCHIVE_EMPTY);
        }
        String place = archive.place(take.attempt(), take.track()).orElseThrow();
        return ObjectKey.of(place + take.archived().name());
    }

    /**
     * A segment as it comes out of the archive.
     *
     * @param in to be closed
     */
    public record ArchivedSegment(String type, long bytes, InputStream in) {}
}
