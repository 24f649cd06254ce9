package org.knightswatch.copy;

import java.time.Instant;
import java.util.regex.Pattern;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.recording.RecordingReport.Source;
import org.knightswatch.store.ObjectKey;

/**
 * What somebody tells us of a file. All of it is their word; the file is read before anything of it counts.
 *
 * @param source who recorded it
 * @param object where it lies in our own store: nothing is fetched from elsewhere
 * @param startedAt the moment of its first sample, in server time
 */
public record CopyDraft(String source, Track track, String object, Instant startedAt) {

    /** What all that others bring lies below. */
    public static final String FOLDER = "imports/";

    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,29}");

    /** A room's recording may begin long before a candidate comes. */
    private static final int EARLIEST_SECONDS = 6 * 3_600;

    private static final int LATEST_SECONDS = 60;

    void check(AttemptView attempt, ExamView exam, Instant now) {
        require("source", source);
        require("track", track);
        require("object", object);
        require("startedAt", startedAt);
        if (!SOURCE.matcher(source).matches() || source.equals(Source.RECORDER)) {
            throw FieldProblem.of("source", ProblemCode.COPY_SOURCE_INVALID).asException();
        }
        if (!exam.records(track)) {
            throw FieldProblem.of("track", ProblemCode.VALUE_UNKNOWN, track.word(), "camera")
                    .asException();
        }
        if (!isImport(object)) {
            throw FieldProblem.of("object", ProblemCode.COPY_OBJECT_INVALID, FOLDER)
                    .asException();
        }
        Instant earliest = attempt.joinedAt().minusSeconds(EARLIEST_SECONDS);
        Instant latest = (attempt.isOver() ? attempt.endedAt() : now).plusSeconds(LATEST_SECONDS);
        if (startedAt.isBefore(earliest) || startedAt.isAfter(latest)) {
            throw FieldProblem.of("startedAt", ProblemCode.VALUE_OUT_OF_RANGE, earliest, latest)
                    .asException();
        }
    }

    private static boolean isImport(String object) {
        try {
            return ObjectKey.of(object).value().startsWith(FOLDER);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(String field, Object value) {
        if (value == null) {
            throw FieldProblem.of(field, ProblemCode.FIELD_MISSING).asException();
        }
    }
}
