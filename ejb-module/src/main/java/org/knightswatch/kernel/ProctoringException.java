package org.knightswatch.kernel;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * The one family of errors that somebody outside is told about. It carries a code and what the words of that code need,
 * never a prepared sentence: pages and the API find the words by the code.
 *
 * <p>It rolls the transaction back, and the container does not wrap it.
 */
@ApplicationException(rollback = true, inherited = true)
public class ProctoringException extends RuntimeException {

    private final ProblemCode code;
    private final transient List<Object> arguments;
    private final transient List<FieldProblem> fields;

    public ProctoringException(ProblemCode code, Object... arguments) {
        this(code, List.of(arguments), List.of(), null);
    }

    public ProctoringException(ProblemCode code, Throwable cause, Object... arguments) {
        this(code, List.of(arguments), List.of(), cause);
    }

    private ProctoringException(ProblemCode code, List<Object> arguments, List<FieldProblem> fields, Throwable cause) {
        super(code + " " + arguments + (fields.isEmpty() ? "" : " " + fields), cause);
        this.code = code;
        this.arguments = arguments;
        this.fields = fields;
    }

    /** Several fields are wrong at once; none of the request was done. */
    public static ProctoringException ofFields(List<FieldProblem> fields) {
        return new ProctoringException(ProblemCode.INVALID_REQUEST, List.of(), List.copyOf(fields), null);
    }

    public ProblemCode code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }

    public List<FieldProblem> fields() {
        return fields == null ? List.of() : fields;
    }
}
