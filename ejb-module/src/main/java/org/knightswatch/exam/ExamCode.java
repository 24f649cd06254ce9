package org.knightswatch.exam;

import java.util.Locale;
import java.util.regex.Pattern;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

/**
 * The name of an exam: 1 to 64 of letters, digits, dot, underscore and dash, unique whatever the case.
 *
 * @param value as written by whoever made the exam
 */
public record ExamCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** For an exam that is to be. */
    public static ExamCode of(String text) {
        if (text == null || text.isEmpty()) {
            throw FieldProblem.of("code", ProblemCode.FIELD_MISSING).asException();
        }
        // Dots alone would be a step in a path
        if (!FORM.matcher(text).matches() || text.chars().allMatch(c -> c == '.')) {
            throw FieldProblem.of("code", ProblemCode.EXAM_CODE_INVALID).asException();
        }
        return new ExamCode(text);
    }

    /** For an exam that somebody asks for: what is no code names no exam. */
    public static ExamCode fromString(String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            throw new ProctoringException(ProblemCode.EXAM_UNKNOWN, String.valueOf(text));
        }
        return new ExamCode(text);
    }

    /** The same for all spellings of one code. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
