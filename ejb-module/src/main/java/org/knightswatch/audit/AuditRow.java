package org.knightswatch.audit;

import java.time.Instant;

/** An entry as others see it; {@code seal} is null until the sealer came by. */
public record AuditRow(Long id, Instant at, String actor, String action, String subject, String detail, Long seal) {}
