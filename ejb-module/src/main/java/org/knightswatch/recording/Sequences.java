package org.knightswatch.recording;

import java.util.ArrayList;
import java.util.List;

/** Sequences of a take as ranges of first and last, which is how they are told. */
final class Sequences {

    private Sequences() {}

    /** Ranges of sequences that are in order and differ. */
    static List<int[]> ranges(List<Integer> sorted) {
        List<int[]> ranges = new ArrayList<>();
        for (int sequence : sorted) {
            int[] last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && last[1] == sequence - 1) {
                last[1] = sequence;
            } else {
                ranges.add(new int[] {sequence, sequence});
            }
        }
        return ranges;
    }

    /** Ranges of what is not there from 0 to {@code last}. */
    static List<int[]> missing(List<Integer> sorted, int last) {
        List<int[]> missing = new ArrayList<>();
        int next = 0;
        for (int[] range : ranges(sorted)) {
            if (range[0] > next) {
                missing.add(new int[] {next, range[0] - 1});
            }
            next = range[1] + 1;
        }
        if (next <= last) {
            missing.add(new int[] {next, last});
        }
        return missing;
    }
}
