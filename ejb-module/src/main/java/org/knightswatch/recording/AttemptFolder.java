package org.knightswatch.recording;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in the store all segments of an attempt lie, whatever their track. It says whose they are without asking anybody,
 * and no name or address of a person is in it.
 *
 * @param candidate the exam platform's id
 * @param attempt 1 is the candidate's first
 */
public record AttemptFolder(String environment, String exam, String candidate, int attempt) {

    /** What the keys of all segments begin with. */
    public static final String ROOT = "segments/";

    /** Beside the tracks: what the wall saw of it. */
    public static final String STILLS = "stills/";

    private static final Pattern KEY = Pattern.compile(ROOT + "([^/]+)/([^/]+)/([^/]+)/([1-9][0-9]{0,5})/.*");
    private static final Pattern ESCAPED = Pattern.compile("=([0-9A-F]{2})");

    /** The folder that a key lies in; empty when it is none of ours. */
    public static Optional<AttemptFolder> of(String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        AttemptFolder folder = new AttemptFolder(
                text(matcher.group(1)),
                text(matcher.group(2)),
                text(matcher.group(3)),
                Integer.parseInt(matcher.group(4)));
        return Optional.of(folder).filter(it -> key.startsWith(it.prefix()));
    }

    /** What all keys in it begin with. */
    public String prefix() {
        return ROOT
                + String.join(
                        "/",
                        SegmentKeys.part(environment),
                        SegmentKeys.part(exam),
                        SegmentKeys.part(candidate),
                        attempt + "/");
    }

    /** No key in it comes behind this in a listing, and each of the next folder does. */
    public String end() {
        String prefix = prefix();
        return prefix.substring(0, prefix.length() - 1) + (char) ('/' + 1);
    }

    private static String text(String part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher matcher = ESCAPED.matcher(part);
        int from = 0;
        while (matcher.find()) {
            bytes.writeBytes(part.substring(from, matcher.start()).getBytes(StandardCharsets.UTF_8));
            bytes.write(Integer.parseInt(matcher.group(1), 16));
            from = matcher.end();
        }
        bytes.writeBytes(part.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
