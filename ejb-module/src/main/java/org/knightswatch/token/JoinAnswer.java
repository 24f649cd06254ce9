package org.knightswatch.token;

import org.knightswatch.attempt.AttemptState;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamView;
import org.knightswatch.media.JoinGrant;
import org.knightswatch.room.RoomView;
import org.knightswatch.roster.EnrolmentView;

/**
 * All that a candidate who joined gets.
 *
 * @param waits whether a proctor has to let this page in first, since another browser holds the attempt
 * @param grant for live media; null while the provider does not answer, or while the attempt or the page waits for admission
 */
public record JoinAnswer(
        ExamView exam,
        EnrolmentView enrolment,
        AttemptView attempt,
        boolean waits,
        RoomView room,
        IssuedToken token,
        JoinGrant grant) {

    /** How it stands for this page. */
    public AttemptState state() {
        return waits ? AttemptState.AWAITING : attempt.state();
    }
}
