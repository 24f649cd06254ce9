package org.knightswatch.exam;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One version of what candidates are asked to agree to.
 *
 * @param languages it is written in
 */
public record ConsentVersion(String version, List<String> languages) {

    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})");

    /** What a newer one could be called: 4 becomes 5, 2026-a becomes 2026-a-2. */
    static String after(String version) {
        Matcher number = NUMBERED.matcher(version);
        return number.matches() ? number.group(1) + (Long.parseLong(number.group(2)) + 1) : version + "-2";
    }
}
