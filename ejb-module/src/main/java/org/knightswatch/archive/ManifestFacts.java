package org.knightswatch.archive;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.Sightings;
import org.knightswatch.consent.ConsentService;
import org.knightswatch.evidence.ArchivedObject;
import org.knightswatch.evidence.ManifestBody;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.recording.ArchiveRows.ArchivedContents;
import org.knightswatch.recording.KeptCopies;
import org.knightswatch.recording.RecordingService;
import org.knightswatch.recording.UnsealedRecording;
import org.knightswatch.roster.EnrolmentService;
import org.knightswatch.roster.EnrolmentView;

/** Gathers what a manifest says: the same facts give the same manifest, however often it is begun. */
@Stateless
public class ManifestFacts {

    @Inject
    AttemptService attempts;

    @Inject
    ExamService exams;

    @Inject
    EnrolmentService enrolments;

    @Inject
    ConsentService consents;

    @Inject
    Sightings sightings;

    @Inject
    RecordingService recordings;

    @Inject
    KeptCopies copies;

    public ManifestBody of(UnsealedRecording recording, List<ArchivedContents> contents, List<ArchivedObject> objects) {
        AttemptView attempt = attempts.require(recording.attempt());
        ExamView exam = exams.require(attempt.exam());
        EnrolmentView enrolment = enrolments.require(attempt.enrolment());
        ManifestEntries entries = new ManifestEntries();
        entries.consents(consents.until(attempt.endedAt(), enrolment));
        entries.events(attempt, sightings.of(attempt.id()));
        contents.forEach(entries::take);
        contents.forEach(take -> entries.witnessed(take, recording.sealingAt()));
        copies.of(attempt.id(), recording.track()).forEach(copy -> entries.copy(copy, recording.sealingAt()));
        entries.gaps(recordings.report(attempt.id(), recording.track()).gaps());
        return new ManifestBody(
                new ManifestBody.Exam(exam.code().value(), exam.environment().code()),
                enrolment.candidateId(),
                new ManifestBody.Attempt(
                        attempt.id().value(),
                        attempt.number(),
                        attempt.startedAt(),
                        attempt.endedAt(),
                        attempt.state().name()),
                recording.track().word(),
                new ManifestBody.Recording(
                        recording.state().name(), recording.expectedMillis(), recording.recordedMillis()),
                recording.sealingAt(),
                objects,
                entries.all());
    }
}
