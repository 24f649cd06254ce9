package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.recording.Recordings.RecordingRow;

/**
 * Lists recordings as they stand now. The figures of the last judgement do where nothing happened since; while an attempt
 * runs, time alone changes them, so those recordings are judged afresh and agree with their reports.
 */
@Stateless
@TransactionAttribute(
        TransactionAttributeType.NOT_SUPPORTED) // one transaction a report: none holds all segments at once
public class RecordingListing {

    @Inject
    Recordings recordings;

    @Inject
    RecordingService reports;

    /** The recordings of an exam in the order of their seats. */
    public Page<RecordingRow> of(ExamId exam, PageRequest page) {
        return recordings.list(exam, page).map(row -> row.with(current(row.summary())));
    }

    /** The camera's recording of each of these attempts. */
    public Map<AttemptId, RecordingSummary> cameras(Collection<AttemptId> attempts) {
        return recordings.summaries(attempts).values().stream()
                .flatMap(Collection::stream)
                .filter(summary -> summary.track() == Track.CAMERA)
                .map(this::current)
                .collect(Collectors.toMap(RecordingSummary::attempt, Function.identity()));
    }

    private RecordingSummary current(RecordingSummary known) {
        return known.settled() ? known : known.as(reports.report(known.attempt(), known.track()));
    }
}
