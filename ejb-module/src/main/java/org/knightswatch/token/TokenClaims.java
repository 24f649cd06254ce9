package org.knightswatch.token;

import java.time.Instant;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.ExamId;

/**
 * What a token says, after its signature was found good.
 *
 * @param lease of the page that joined; see {@link org.knightswatch.attempt.AttemptView}
 */
public record TokenClaims(
        String id, AttemptId attempt, ExamId exam, TokenScope scope, long lease, Instant issuedAt, Instant expiresAt) {}
