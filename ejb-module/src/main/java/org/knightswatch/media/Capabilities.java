package org.knightswatch.media;

/**
 * What a provider can do.
 *
 * @param liveView proctors can watch and listen
 * @param perCandidateRecording it can record each candidate in a file of their own
 * @param callbacks it calls us when something happens
 * @param mostWatchers how many may watch one candidate at once; each costs the candidate's uplink when media goes peer
 *     to peer
 */
public record Capabilities(boolean liveView, boolean perCandidateRecording, boolean callbacks, int mostWatchers) {}
