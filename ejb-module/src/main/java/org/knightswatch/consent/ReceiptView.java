package org.knightswatch.consent;

import java.time.Instant;
import java.util.UUID;

/** A receipt as others see it. */
public record ReceiptView(UUID id, String version, String language, String sha256, Instant at) {}
