package org.knightswatch.web.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

/** Finds the words for a code. */
@ApplicationScoped
public class ProblemTexts {

    static final String BUNDLE = "org.knightswatch.web.problems";

    public String of(ProblemCode code, List<Object> arguments) {
        ResourceBundle words = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);
        Object[] values = arguments.stream()
                .map(argument -> argument instanceof Number ? argument : String.valueOf(argument))
                .toArray();
        return new MessageFormat(words.getString(code.name()), Locale.ENGLISH).format(values);
    }

    public Problem problem(ProctoringException e) {
        List<Problem.FieldError> errors = e.fields().stream()
                .map(field -> new Problem.FieldError(field.field(), field.code().name(), of(field)))
                .toList();
        // One wrong field is told by its own code and words: nobody has to look deeper
        ProblemCode code = e.fields().size() == 1 ? e.fields().get(0).code() : e.code();
        String detail = e.fields().size() == 1 ? errors.get(0).message() : of(e.code(), e.arguments());
        return new Problem(
                "urn:knightswatch:problem:" + code,
                title(code),
                code.kind().status(),
                detail,
                code.name(),
                errors.isEmpty() ? null : errors);
    }

    public String of(FieldProblem field) {
        return of(field.code(), field.arguments());
    }

    private static String title(ProblemCode code) {
        String words = code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
