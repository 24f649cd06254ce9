package org.knightswatch.recording;

import java.util.regex.Pattern;
import org.knightswatch.exam.ExamView;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;

/** Looks at what a browser announces: all of it is somebody's word. */
final class TakeDrafts {

    private static final Pattern MIME = Pattern.compile("video/(mp4|webm|x-matroska)(;[ -~]{0,150})?");
    private static final int LONGEST_SLICE = 60_000;

    private TakeDrafts() {}

    static void check(TakeDraft draft, ExamView exam) {
        require("track", draft.track());
        require("mimeType", draft.mimeType());
        require("startedAt", draft.startedAt());
        require("sliceMillis", draft.sliceMillis());
        if (!exam.records(draft.track())) {
            throw FieldProblem.of(
                            "track", ProblemCode.VALUE_UNKNOWN, draft.track().word(), "camera")
                    .asException();
        }
        if (!MIME.matcher(draft.mimeType()).matches()) {
            throw FieldProblem.of("mimeType", ProblemCode.MIME_TYPE_INVALID).asException();
        }
        if (draft.sliceMillis() < 1 || draft.sliceMillis() > LONGEST_SLICE) {
            throw FieldProblem.of("sliceMillis", ProblemCode.VALUE_OUT_OF_RANGE, 1, LONGEST_SLICE)
                    .asException();
        }
    }

    private static void require(String field, Object value) {
        if (value == null) {
            throw FieldProblem.of(field, ProblemCode.FIELD_MISSING).asException();
        }
    }
}
