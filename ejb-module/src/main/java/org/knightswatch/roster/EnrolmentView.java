package org.knightswatch.roster;

import java.time.Instant;
import org.knightswatch.exam.ExamId;

/**
 * A candidate's entry as others see it.
 *
 * @param erasedAt when name and address were removed on request: then the invitation is worth nothing; null: not
 * @param generation of the invitation: only links of this one are good
 */
public record EnrolmentView(
        EnrolmentId id,
        ExamId exam,
        String candidateId,
        String name,
        String email,
        String group,
        int generation,
        Instant erasedAt) {}
