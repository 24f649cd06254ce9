package org.knightswatch.exam;

import java.util.UUID;

/** An environment as others see it. */
public record EnvironmentView(UUID id, String code, String title) {}
