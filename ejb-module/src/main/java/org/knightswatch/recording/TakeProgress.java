package org.knightswatch.recording;

import java.util.List;
import org.knightswatch.exam.Track;

/** How far a take has come. */
public record TakeProgress(TakeId takeId, Track track, String state, Integer lastSequence, List<int[]> held) {}
