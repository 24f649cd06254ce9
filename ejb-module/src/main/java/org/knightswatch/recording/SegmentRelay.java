package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.store.ObjectStore;

/** Takes segments of browsers that can't reach the store, and puts them there: the same key, the same outcome. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // a slow upload holds no connection
public class SegmentRelay {

    @Inject
    UploadService uploads;

    @Inject
    Quotas quotas;

    @Inject
    ObjectStore store;

    @Inject
    RecordingSettings settings;

    /** Takes one; a witness may be null. */
    public SegmentOutcome take(
            AttemptId attempt, TakeId takeId, SegmentDraft headers, Witness witness, InputStream in) {
        byte[] bytes = read(in);
        SegmentDraft draft = new SegmentDraft(
                headers.sequence(),
                (long) bytes.length,
                headers.sha256(),
                headers.startMillis(),
                headers.durationMillis());
        List<SegmentDraft> one = List.of(draft);
        SegmentDraft.check(one, 1, settings.largestSegment(), true);
        if (!Sha256.digest(bytes).equals(draft.digest())) {
            throw FieldProblem.of("X-Content-SHA256", ProblemCode.SEGMENT_DIFFERS)
                    .asException();
        }
        TakeView take = uploads.openFor(attempt, takeId, one);
        if (uploads.isHeld(take, draft.sequence())) {
            return uploads.commit(attempt, takeId, one, witness).get(0);
        }
        quotas.promise(take, one);
        store.put(UploadService.key(take, draft), bytes, take.mediaType());
        return uploads.commit(attempt, takeId, one, witness).get(0);
    }

    private byte[] read(InputStream in) {
        int most = settings.largestSegment();
        try {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw FieldProblem.of("body", ProblemCode.SEGMENT_TOO_LARGE, most)
                        .asException();
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
