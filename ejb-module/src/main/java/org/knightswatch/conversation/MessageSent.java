package org.knightswatch.conversation;

import org.knightswatch.attempt.AttemptPlace;

/** Somebody wrote, or what was written has been read. */
public record MessageSent(AttemptPlace place, MessageView message) {}
