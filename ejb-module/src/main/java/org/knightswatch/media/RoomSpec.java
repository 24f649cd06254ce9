package org.knightswatch.media;

import java.util.UUID;

/**
 * The room that is wanted.
 *
 * @param key names it for ever: the provider is asked with the same key again after a crash
 * @param name for people who look at the provider's own pages
 * @param capacity how many candidates it must hold
 */
public record RoomSpec(UUID key, String name, int capacity) {}
