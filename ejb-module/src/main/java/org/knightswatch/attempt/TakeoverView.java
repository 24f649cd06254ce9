package org.knightswatch.attempt;

import java.time.Instant;
import java.util.UUID;

/**
 * Another browser met the one that held an attempt.
 *
 * @param page the newer page
 * @param waits whether it waits for a proctor; else it went in
 * @param at when it asked, or went in
 * @param older in words, the browser that held the attempt
 * @param newer in words, the browser that came
 */
public record TakeoverView(UUID page, AttemptId attempt, boolean waits, Instant at, String older, String newer) {}
