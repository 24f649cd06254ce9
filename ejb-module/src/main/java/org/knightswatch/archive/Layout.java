package org.knightswatch.archive;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where recordings are archived, as an operator prescribes it: folders of fixed text and named parts. Two recordings
 * never get the same place by one layout, which is what its rules are for.
 */
final class Layout {

    static final String BY_DEFAULT = "archive/{environment}/{exam}/{candidate}/{attempt}/{track}/";

    static final String RULES = "path of folders that ends with a slash, such as " + BY_DEFAULT
            + ": first one of fixed text other than segments, imports and certificates; {exam}, {candidate}, {attempt} and"
            + " {track}, and not two"
            + " of these or {environment} in one folder; {year}, {month}, {day} and {hour} anywhere; fixed text of"
            + " small letters, digits, -, _ and dots within; at most 12 folders";

    private static final Pattern FOLDER = Pattern.compile("(?:[a-z0-9_.-]|\\{[a-z]+})+");
    private static final Pattern NAMED = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern FIXED = Pattern.compile("[a-z0-9_-](?:[a-z0-9_.-]*[a-z0-9_-])?");
    private static final Set<String> RESERVED = Set.of("segments", "imports", "certificates");
    private static final int MOST_FOLDERS = 12;
    private static final int LONGEST_FOLDER = 40;

    private final List<String> folders;

    private Layout(List<String> folders) {
        this.folders = folders;
    }

    /** Refuses a template that breaks a rule. */
    static Layout of(String template) {
        List<String> folders = List.of(template.split("/", -1));
        require(folders.size() > 1 && folders.get(folders.size() - 1).isEmpty());
        Layout layout = new Layout(folders.subList(0, folders.size() - 1));
        layout.check();
        return layout;
    }

    static boolean isOne(String template) {
        try {
            of(template);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The folder of one recording, with a slash at its end. */
    String place(ArchivedRecording what) {
        StringBuilder place = new StringBuilder();
        for (String folder : folders) {
            place.append(NAMED.matcher(folder)
                            .replaceAll(named -> Matcher.quoteReplacement(
                                    LayoutPart.named(named.group(1)).of(what))))
                    .append('/');
        }
        return place.toString();
    }

    private void check() {
        require(folders.size() <= MOST_FOLDERS);
        String first = folders.get(0);
        require(FIXED.matcher(first).matches() && !RESERVED.contains(first));
        Set<LayoutPart> seen = EnumSet.noneOf(LayoutPart.class);
        for (String folder : folders) {
            require(FOLDER.matcher(folder).matches() && folder.length() <= LONGEST_FOLDER);
            List<LayoutPart> named = named(folder);
            // A dot at an end, and two parts of any length next to each other, would make different folders alike
            require(FIXED.matcher(NAMED.matcher(folder).replaceAll("x")).matches());
            require(named.stream().filter(part -> !part.isOfFixedLength()).count() <= 1);
            seen.addAll(named);
        }
        require(seen.containsAll(LayoutPart.NEEDED));
    }

    private static List<LayoutPart> named(String folder) {
        List<LayoutPart> parts = new ArrayList<>();
        Matcher matcher = NAMED.matcher(folder);
        while (matcher.find()) {
            parts.add(LayoutPart.named(matcher.group(1)));
        }
        return parts;
    }

    private static void require(boolean kept) {
        if (!kept) {
            throw new IllegalArgumentException(RULES);
        }
    }
}
