package org.knightswatch.archive;

import java.util.List;

/**
 * One file that all takes of a kind make up. A track whose takes are of several kinds has several.
 *
 * @param number from 1
 * @param name what it is called when it is saved: whose it is by ids
 * @param takes their numbers, in the order of time
 * @param seconds how long it plays: what is missing between takes, and in them, is left out
 */
public record TrackFile(int number, String name, String mediaType, List<Integer> takes, long bytes, double seconds) {}
