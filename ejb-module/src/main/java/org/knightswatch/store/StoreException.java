package org.knightswatch.store;

import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

/**
 * The object store did not do what it was asked: it is away ({@code STORE_AWAY}), the object is not there
 * ({@code NOT_FOUND}), or other bytes lie under the key ({@code OBJECT_DIFFERS}).
 */
public class StoreException extends ProctoringException {

    public StoreException(ProblemCode code, Object... arguments) {
        super(code, arguments);
    }

    public StoreException(ProblemCode code, Throwable cause) {
        super(code, cause);
    }
}
