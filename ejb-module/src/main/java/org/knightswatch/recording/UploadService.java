package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.store.Contents;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.PresignedUrl;
import org.knightswatch.store.StoreSettings;
import org.knightswatch.store.StoredObject;

/**
 * Lets browsers send segments straight to the store, and believes that one is there only when it has looked. A segment's
 * key holds its digest and its URL fits those bytes alone, so that a listing proves a whole batch.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the store is asked in between
public class UploadService {

    private static final int MOST_OFFERED = 64;
    private static final int MOST_COMMITTED = 256;
    private static final int LISTED = 1_000;

    @Inject
    Takes takes;

    @Inject
    SegmentRows rows;

    @Inject
    Witnesses witnesses;

    @Inject
    HeldSegments segments;

    @Inject
    Recordings recordings;

    @Inject
    Quotas quotas;

    @Inject
    ObjectStore store;

    @Inject
    StoreSettings storeSettings;

    @Inject
    RecordingSettings settings;

    /** Where to send each of these segments; what is held already needs no sending. */
    public List<UploadOffer> offers(AttemptId attempt, TakeId takeId, List<SegmentDraft> wanted) {
        SegmentDraft.check(wanted, MOST_OFFERED, settings.largestSegment(), false);
        TakeView take = openFor(attempt, takeId, wanted);
        Map<Integer, Sha256> held = segments.digests(take, sequences(wanted));
        List<SegmentDraft> missing = wanted.stream()
                .filter(draft -> !held.containsKey(draft.sequence()))
                .toList();
        quotas.promise(take, missing);
        return wanted.stream()
                .map(draft -> held.containsKey(draft.sequence())
                        ? UploadOffer.alreadyHeld(draft.sequence())
                        : offer(take, draft))
                .toList();
    }

    /** Looks for these segments in the store and keeps what it finds; a witness may be null. */
    public List<SegmentOutcome> commit(AttemptId attempt, TakeId takeId, List<SegmentDraft> claimed, Witness witness) {
        SegmentDraft.check(claimed, MOST_COMMITTED, settings.largestSegment(), true);
        TakeView take = openFor(attempt, takeId, claimed);
        Map<Integer, Sha256> held = segments.digests(take, sequences(claimed));
        List<SegmentDraft> fresh = claimed.stream()
                .filter(draft -> !held.containsKey(draft.sequence()))
                .toList();
        if (!fresh.isEmpty()) {
            Map<String, Long> found = list(take, fresh);
            List<SegmentDraft> proved = fresh.stream()
                    .filter(draft ->
                            draft.bytes().equals(found.get(key(take, draft).value())))
                    .toList();
            if (!proved.isEmpty()) {
                rows.hold(take, proved, witnesses.vouches(witness, take, claimed));
            }
        }
        Map<Integer, Sha256> now = segments.digests(take, sequences(claimed));
        return claimed.stream().map(draft -> outcome(draft, now)).toList();
    }

    /** Whether something is held under a sequence. */
    public boolean isHeld(TakeView take, int sequence) {
        return segments.digests(take, Set.of(sequence)).containsKey(sequence);
    }

    static ObjectKey key(TakeView take, SegmentDraft draft) {
        return ObjectKey.of(SegmentKeys.key(take.objectPrefix(), draft.sequence(), draft.digest(), take.mimeType()));
    }

    /** The take, unless it was closed before one of these sequences. */
    public TakeView openFor(AttemptId attempt, TakeId takeId, List<SegmentDraft> drafts) {
        recordings.requireKept(attempt);
        TakeView take = takes.view(attempt, takeId);
        boolean beyond = take.isClosed() && drafts.stream().anyMatch(draft -> draft.sequence() > take.lastSequence());
        if (beyond) {
            throw new ProctoringException(ProblemCode.TAKE_CLOSED, take.lastSequence());
        }
        return take;
    }

    private UploadOffer offer(TakeView take, SegmentDraft draft) {
        Contents contents = new Contents(draft.bytes(), draft.digest(), take.mediaType());
        PresignedUrl url = store.presignPut(key(take, draft), contents, storeSettings.urlLife());
        return new UploadOffer(
                draft.sequence(), null, url.method(), url.url().toString(), url.headers(), url.expiresAt());
    }

    /** Sizes of what lies in the store from the first of these sequences to the last, by key. */
    private Map<String, Long> list(TakeView take, List<SegmentDraft> drafts) {
        String prefix = take.objectPrefix();
        int first = drafts.stream().mapToInt(SegmentDraft::sequence).min().orElseThrow();
        int last = drafts.stream().mapToInt(SegmentDraft::sequence).max().orElseThrow();
        Map<String, Long> found = new HashMap<>();
        // One more than there ought to be: of a backlog, all that comes later is of no interest
        int limit = Math.min(LISTED, last - first + 2);
        String after = SegmentKeys.start(prefix, first);
        boolean more = true;
        while (more) {
            List<StoredObject> page = store.list(prefix, after, limit);
            for (StoredObject object : page) {
                after = object.key().value();
                found.put(after, object.size());
            }
            more = page.size() == limit && SegmentKeys.sequence(prefix, after) <= last;
        }
        return found;
    }

    private static SegmentOutcome outcome(SegmentDraft draft, Map<Integer, Sha256> held) {
        Sha256 there = held.get(draft.sequence());
        if (there == null) {
            return SegmentOutcome.missing(draft.sequence());
        }
        return there.equals(draft.digest())
                ? SegmentOutcome.held(draft.sequence())
                : SegmentOutcome.mismatch(draft.sequence(), there);
    }

    private static Set<Integer> sequences(List<SegmentDraft> drafts) {
        Set<Integer> sequences = new HashSet<>();
        drafts.forEach(draft -> sequences.add(draft.sequence()));
        return sequences;
    }
}
