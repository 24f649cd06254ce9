package org.knightswatch.archive;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Track;
import org.knightswatch.recording.ArchiveRows;
import org.knightswatch.roster.EnrolmentService;

/** Says where each recording is kept: by the layout in force when the first of its objects was written, from then on. */
@Stateless
public class Places {

    @Inject
    ArchiveRows rows;

    @Inject
    AttemptService attempts;

    @Inject
    ExamService exams;

    @Inject
    EnrolmentService enrolments;

    @Inject
    ArchiveSettings settings;

    /** The folder of a recording, with a slash at its end. */
    public String of(AttemptId id, Track track) {
        return rows.place(id, track)
                .orElseGet(() -> rows.fixPlace(id, track, settings.layout().place(what(id, track))));
    }

    /** What a file is called that somebody saves: whose it is by id, not by name. */
    public String fileName(AttemptId id, Track track, String object) {
        ArchivedRecording what = what(id, track);
        return String.join("-", what.exam(), what.candidate(), Integer.toString(what.attempt()), track.word(), object);
    }

    private ArchivedRecording what(AttemptId id, Track track) {
        AttemptView attempt = attempts.require(id);
        ExamView exam = exams.require(attempt.exam());
        Instant started = attempt.startedAt() == null ? attempt.joinedAt() : attempt.startedAt();
        return new ArchivedRecording(
                exam.environment().code(),
                exam.code().value(),
                enrolments.require(attempt.enrolment()).candidateId(),
                attempt.number(),
                track,
                started);
    }
}
