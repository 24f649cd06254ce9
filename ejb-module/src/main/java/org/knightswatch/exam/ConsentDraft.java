package org.knightswatch.exam;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.PlainText;
import org.knightswatch.kernel.ProblemCode;

/**
 * What candidates are asked to agree to.
 *
 * @param version changes whenever a word of it changes; up to 40 of letters, digits, dot, dash and underscore
 * @param texts by language tag (BCP 47), such as {@code en} or {@code pt-BR}
 */
public record ConsentDraft(String version, Map<String, String> texts) {

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final int LONGEST_LANGUAGE = 20;
    private static final int LONGEST_TEXT = 20_000;

    /** The same, with every part looked at. */
    ConsentDraft checked() {
        if (version == null || !VERSION.matcher(version).matches()) {
            throw FieldProblem.of("consent.version", ProblemCode.CONSENT_VERSION_INVALID)
                    .asException();
        }
        if (texts == null || texts.isEmpty()) {
            throw FieldProblem.of("consent.texts", ProblemCode.CONSENT_TEXT_MISSING)
                    .asException();
        }
        Map<String, String> clean = new TreeMap<>();
        texts.forEach((language, text) -> {
            clean.put(
                    language("consent.texts." + language, language),
                    PlainText.lines("consent.texts." + language, text, LONGEST_TEXT));
        });
        return new ConsentDraft(version, clean);
    }

    /** A language tag as somebody wrote it, if it is one. */
    public static String language(String field, String text) {
        String tag = text == null ? "" : text.strip();
        if (!LANGUAGE.matcher(tag).matches() || tag.length() > LONGEST_LANGUAGE) {
            throw FieldProblem.of(field, ProblemCode.LANGUAGE_INVALID, tag).asException();
        }
        return tag;
    }
}
