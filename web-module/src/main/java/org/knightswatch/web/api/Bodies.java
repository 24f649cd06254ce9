package org.knightswatch.web.api;

import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

/** Request bodies that must be there. */
final class Bodies {

    private Bodies() {}

    static <T> T require(T body) {
        if (body == null) {
            throw new ProctoringException(ProblemCode.BODY_UNREADABLE);
        }
        return body;
    }
}
