package org.knightswatch.review;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptListing;
import org.knightswatch.attempt.AttemptRow;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.Sightings;
import org.knightswatch.challenge.ChallengeService;
import org.knightswatch.conversation.ConversationService;
import org.knightswatch.exam.ExamService;
import org.knightswatch.incident.FlagService;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.recording.RecordingService;
import org.knightswatch.still.StillRows;

/** Puts together what a reviewer sees of an attempt. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // what was recorded may stand in the store alone
public class TimelineService {

    @Inject
    AttemptListing attempts;

    @Inject
    ExamService exams;

    @Inject
    RecordingService recordings;

    @Inject
    FlagService flags;

    @Inject
    ConversationService conversations;

    @Inject
    Sightings sightings;

    @Inject
    StillRows stills;

    @Inject
    ChallengeService challenges;

    @Inject
    ReviewService reviews;

    @Inject
    ServerClock clock;

    public Timeline of(AttemptId id) {
        AttemptRow row = attempts.find(id).orElseThrow(() -> new ProctoringException(ProblemCode.ATTEMPT_UNKNOWN, id));
        AttemptView attempt = row.attempt();
        return new Timeline(
                id.toString(),
                row.candidateId(),
                row.name(),
                exams.require(attempt.exam()).code().value(),
                attempt.number(),
                attempt.state().name(),
                attempt.joinedAt(),
                attempt.endedAt(),
                clock.instant(),
                recordings.report(id).tracks(),
                attempt.pauses(),
                flags.of(id),
                conversations.of(id),
                sightings.of(id),
                reviews.notes(id),
                stills.of(id),
                challenges.of(id),
                reviews.of(id));
    }
}
