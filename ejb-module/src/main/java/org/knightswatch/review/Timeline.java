package org.knightswatch.review;

import java.time.Instant;
import java.util.List;
import org.knightswatch.attempt.Pause;
import org.knightswatch.attempt.SightingView;
import org.knightswatch.challenge.ChallengeView;
import org.knightswatch.conversation.MessageView;
import org.knightswatch.incident.FlagView;
import org.knightswatch.recording.RecordingReport.TrackReport;
import org.knightswatch.still.StillView;

/** Everything that happened in an attempt, by its moments. */
public record Timeline(
        String attemptId,
        String candidateId,
        String name,
        String examCode,
        int number,
        String state,
        Instant joinedAt,
        Instant endedAt,
        Instant serverTime,
        List<TrackReport> tracks,
        List<Pause> pauses,
        List<FlagView> flags,
        List<MessageView> messages,
        List<SightingView> sightings,
        List<NoteView> notes,
        List<StillView> stills,
        List<ChallengeView> challenges,
        ReviewView review) {}
