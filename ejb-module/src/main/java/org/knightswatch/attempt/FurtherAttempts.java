package org.knightswatch.attempt;

import java.util.Optional;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

/**
 * How many attempts a candidate has had, and whether there is another. The exam's policy gives further ones after
 * COMPLETED and EXPIRED; after TERMINATED only an allowance does.
 *
 * @param taken the number of the newest attempt; 0: none yet
 * @param newest how the newest attempt stands; null: none yet
 * @param ofPolicy how many each candidate may have
 * @param ofAllowance how many this one may have by the newest allowance; 0: there is none
 * @param unused whether that allowance was given after the newest attempt
 */
public record FurtherAttempts(int taken, AttemptState newest, int ofPolicy, int ofAllowance, boolean unused) {

    static FurtherAttempts of(int ofPolicy, Optional<AttemptView> newest, Optional<Allowance> allowance) {
        int taken = newest.map(AttemptView::number).orElse(0);
        return new FurtherAttempts(
                taken,
                newest.map(AttemptView::state).orElse(null),
                ofPolicy,
                allowance.map(Allowance::inAll).orElse(0),
                allowance.filter(one -> one.afterNumber() == taken).isPresent());
    }

    /** How many there are in all, as it stands now. */
    public int allowed() {
        boolean closed = newest == AttemptState.TERMINATED && !unused;
        return closed ? taken : Math.max(taken, Math.max(ofPolicy, ofAllowance));
    }

    /** The one that the candidate may begin after the newest, which is over. */
    public Optional<Next> next() {
        boolean another = isOver() && taken < allowed();
        return another ? Optional.of(new Next(taken + 1, allowed())) : Optional.empty();
    }

    /** Whether an administrator may allow another: one at a time, once the last is over. */
    public boolean isAllowable() {
        return isOver() && !unused;
    }

    /**
     * The attempt that a join is about: the next one where there is one, else the newest.
     *
     * @param wanted the only one that it is to be about; null: whichever it is
     */
    int meant(Integer wanted) {
        int last = taken == 0 ? 1 : next().map(Next::number).orElse(taken);
        if (wanted == null || wanted == last) {
            return last;
        }
        if (wanted == taken + 1 && isOver()) {
            throw new ProctoringException(ProblemCode.ATTEMPT_ENDED, newest);
        }
        if (wanted < 1 || wanted > last) {
            throw new ProctoringException(ProblemCode.ATTEMPT_UNKNOWN, wanted);
        }
        return wanted;
    }

    private boolean isOver() {
        return newest != null && newest.isOver();
    }

    /** An attempt that may be begun, of how many in all. */
    public record Next(int number, int of) {}
}
