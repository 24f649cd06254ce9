package org.knightswatch.roster;

import java.util.regex.Pattern;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.PlainText;
import org.knightswatch.kernel.ProblemCode;

/**
 * One candidate as the roster names them.
 *
 * @param candidateId 1 to 64 of letters, digits, dot, dash and underscore; tells case apart
 * @param email null when the roster has none
 * @param group null when the roster has none
 */
public record RosterRow(String candidateId, String name, String email, String group) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,189}");

    /** Looks at what a file or a form says; blank means that there is none. */
    public static RosterRow of(String candidateId, String name, String email, String group) {
        if (candidateId == null || candidateId.isEmpty()) {
            throw FieldProblem.of("candidate_id", ProblemCode.CANDIDATE_ID_MISSING)
                    .asException();
        }
        if (!ID.matcher(candidateId).matches()) {
            throw FieldProblem.of("candidate_id", ProblemCode.CANDIDATE_ID_INVALID)
                    .asException();
        }
        if (name == null || name.isBlank()) {
            throw FieldProblem.of("name", ProblemCode.CANDIDATE_NAME_MISSING).asException();
        }
        return new RosterRow(candidateId, PlainText.line("name", name, 200), email(email), group(group));
    }

    private static String email(String email) {
        if (email == null || email.isBlank()) {
            return null;
        }
        String clean = email.strip();
        if (!EMAIL.matcher(clean).matches()) {
            throw FieldProblem.of("email", ProblemCode.EMAIL_INVALID, clean).asException();
        }
        return PlainText.line("email", clean, 254);
    }

    private static String group(String group) {
        return group == null || group.isBlank() ? null : PlainText.line("group", group, 100);
    }
}
