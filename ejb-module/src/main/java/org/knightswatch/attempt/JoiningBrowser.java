package org.knightswatch.attempt;

import java.util.regex.Pattern;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.Sha256;

/**
 * The browser that somebody joins from: what tells it from others, and what a proctor may read of it.
 *
 * @param markSha256 of the random mark that the browser keeps; empty: it has none, which is a mark of its own
 * @param name such as {@code Firefox on Linux}, by its own word
 * @param network such as {@code 203.0.113.0/24}
 */
public record JoiningBrowser(String markSha256, String name, String network) {

    private static final Pattern MARK = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    /** Refuses a mark that is none. */
    public static JoiningBrowser of(String mark, String userAgent, String address) {
        if (mark != null && !MARK.matcher(mark).matches()) {
            throw FieldProblem.of("browser", ProblemCode.FIELD_UNREADABLE).asException();
        }
        String sha256 = mark == null ? "" : Sha256.digest(mark).hex();
        return new JoiningBrowser(sha256, BrowserName.of(userAgent), NetworkHint.of(address));
    }

    /** For people. */
    String words() {
        return name + ", network " + network;
    }
}
