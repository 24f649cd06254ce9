package org.knightswatch.kernel;

import java.text.Normalizer;

/**
 * Text that a person wrote, in any script: composed (NFC), without blanks at its ends and without control characters,
 * which belong in no name and forge lines in logs and CSV files.
 */
public final class PlainText {

    private PlainText() {}

    /** One line that must be there. */
    public static String line(String field, String text, int longest) {
        String clean = clean(field, text, longest);
        if (clean.chars().anyMatch(Character::isISOControl)) {
            throw FieldProblem.of(field, ProblemCode.TEXT_UNPRINTABLE).asException();
        }
        return clean;
    }

    /** Several lines that must be there; line ends and tabs are kept. */
    public static String lines(String field, String text, int longest) {
        String clean = clean(field, text == null ? null : text.replace("\r\n", "\n"), longest);
        if (clean.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw FieldProblem.of(field, ProblemCode.TEXT_UNPRINTABLE).asException();
        }
        return clean;
    }

    private static String clean(String field, String text, int longest) {
        if (text == null || text.isBlank()) {
            throw FieldProblem.of(field, ProblemCode.FIELD_MISSING).asException();
        }
        String clean = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (clean.length() > longest) {
            throw FieldProblem.of(field, ProblemCode.FIELD_TOO_LONG, longest).asException();
        }
        if (hasLoneSurrogate(clean)) {
            throw FieldProblem.of(field, ProblemCode.TEXT_UNPRINTABLE).asException();
        }
        return clean;
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
