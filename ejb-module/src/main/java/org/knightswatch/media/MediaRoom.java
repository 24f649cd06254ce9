package org.knightswatch.media;

import java.util.UUID;

/**
 * A room at a provider.
 *
 * @param key ours
 * @param reference theirs
 */
public record MediaRoom(UUID key, String reference) {}
