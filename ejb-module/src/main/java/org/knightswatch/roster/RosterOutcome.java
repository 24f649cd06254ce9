package org.knightswatch.roster;

import java.util.List;
import org.knightswatch.kernel.ProblemCode;

/**
 * What became of a roster file. Good rows are in, whatever was wrong with others.
 *
 * @param rejected in the order of the file
 */
public record RosterOutcome(int added, int updated, int unchanged, List<Rejected> rejected) {

    /**
     * A row that was not taken.
     *
     * @param line of the file, from 1, the header included
     * @param candidateId as it stands there, for people to find it again
     * @param arguments what the words of the code need
     */
    public record Rejected(int line, String candidateId, ProblemCode code, List<Object> arguments) {}

    RosterOutcome plus(RosterOutcome other) {
        return new RosterOutcome(added + other.added, updated + other.updated, unchanged + other.unchanged, rejected);
    }
}
