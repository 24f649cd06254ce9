package org.knightswatch.token;

import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamView;
import org.knightswatch.media.JoinGrant;
import org.knightswatch.room.RoomView;
import org.knightswatch.roster.EnrolmentView;

/**
 * All that a candidate who joined gets.
 *
 * @param grant for live media; null while the provider does not answer, or while the attempt waits for admission
 */
public record JoinAnswer(
        ExamView exam,
        EnrolmentView enrolment,
        AttemptView attempt,
        RoomView room,
        IssuedToken token,
        JoinGrant grant) {}
