package org.knightswatch.token;

import java.util.Optional;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamView;
import org.knightswatch.roster.EnrolmentView;

/**
 * Who stands at the door, and has agreed to what the exam asks.
 *
 * @param newest the candidate's newest attempt
 */
public record Arrival(EnrolmentView enrolment, ExamView exam, Optional<AttemptView> newest) {}
