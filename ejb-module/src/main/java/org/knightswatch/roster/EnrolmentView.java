package org.knightswatch.roster;

import org.knightswatch.exam.ExamId;

/**
 * A candidate's entry as others see it.
 *
 * @param generation of the invitation: only links of this one are good
 */
public record EnrolmentView(
        EnrolmentId id, ExamId exam, String candidateId, String name, String email, String group, int generation) {}
