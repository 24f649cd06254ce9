package org.knightswatch.kernel;

import java.util.List;

/**
 * What is wrong with one field of what somebody sent. The words come from the bundle, by the code.
 *
 * @param field the name of the field as the sender knows it
 * @param arguments what the words need, such as the bounds
 */
public record FieldProblem(String field, ProblemCode code, List<Object> arguments) {

    public FieldProblem {
        arguments = List.copyOf(arguments);
    }

    public static FieldProblem of(String field, ProblemCode code, Object... arguments) {
        return new FieldProblem(field, code, List.of(arguments));
    }

    public ProctoringException asException() {
        return ProctoringException.ofFields(List.of(this));
    }
}
