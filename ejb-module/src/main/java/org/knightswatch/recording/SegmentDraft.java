package org.knightswatch.recording;

import java.time.Duration;
import java.util.List;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.Sha256;

/**
 * A segment as the browser claims it.
 *
 * @param sequence from 0 without holes
 * @param startMillis media time since the take's first sample; null when only a place in the store is asked for
 */
public record SegmentDraft(Integer sequence, Long bytes, String sha256, Long startMillis, Long durationMillis) {

    static final int MOST_SEQUENCES = 100_000;
    private static final long LONGEST_MEDIA = Duration.ofDays(31).toMillis();

    /** Refuses a batch in which anything can't be. */
    static void check(List<SegmentDraft> drafts, int most, long largest, boolean withTimes) {
        if (drafts == null || drafts.isEmpty() || drafts.size() > most) {
            throw FieldProblem.of("segments", ProblemCode.VALUE_OUT_OF_RANGE, 1, most)
                    .asException();
        }
        drafts.forEach(draft -> draft.check(largest, withTimes));
    }

    Sha256 digest() {
        return Sha256.of("sha256", sha256);
    }

    private void check(long largest, boolean withTimes) {
        within("sequence", sequence == null ? null : sequence.longValue(), 0, MOST_SEQUENCES - 1);
        if (bytes != null && bytes > largest) {
            throw FieldProblem.of("bytes", ProblemCode.SEGMENT_TOO_LARGE, largest)
                    .asException();
        }
        within("bytes", bytes, 1, largest);
        digest();
        if (withTimes) {
            within("startMillis", startMillis, 0, LONGEST_MEDIA);
            within("durationMillis", durationMillis, 0, LONGEST_MEDIA);
        }
    }

    private static void within(String field, Long value, long least, long most) {
        if (value == null) {
            throw FieldProblem.of(field, ProblemCode.FIELD_MISSING).asException();
        }
        if (value < least || value > most) {
            throw FieldProblem.of(field, ProblemCode.VALUE_OUT_OF_RANGE, least, most)
                    .asException();
        }
    }
}
