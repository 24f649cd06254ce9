package org.knightswatch.recording;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.roster.EnrolmentView;

/**
 * Names segments in the store: {@code track/take/sequence-sha256.type} in the {@link AttemptFolder}. The digest is part of
 * the name, so that a listing of a take's prefix proves which bytes are there. No name or address of a person is in it.
 */
public final class SegmentKeys {

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    private static final int SEQUENCE_DIGITS = 5;
    private static final Pattern NAME = Pattern.compile("([0-9]{5})-([0-9a-f]{64})\\.(?:mp4|webm)");

    private SegmentKeys() {}

    /** What all segments of a take begin with. */
    static String prefix(ExamView exam, EnrolmentView enrolment, int attempt, Track track, TakeId take) {
        AttemptFolder folder =
                new AttemptFolder(exam.environment().code(), exam.code().value(), enrolment.candidateId(), attempt);
        return folder.prefix() + track.word() + "/" + take + "/";
    }

    static String key(String prefix, int sequence, Sha256 sha256, String mimeType) {
        return start(prefix, sequence) + sha256.hex() + (mimeType.startsWith("video/mp4") ? ".mp4" : ".webm");
    }

    /** What the key of a sequence begins with, whatever its bytes; sorts like the sequence. */
    static String start(String prefix, int sequence) {
        return prefix + String.format(Locale.ROOT, "%0" + SEQUENCE_DIGITS + "d", sequence) + "-";
    }

    /** The sequence that a key names. */
    static int sequence(String prefix, String key) {
        return Integer.parseInt(key.substring(prefix.length(), prefix.length() + SEQUENCE_DIGITS));
    }

    /** What a key in the folder of a take says of its segment; empty when it is the name of none. */
    static Optional<SegmentDraft> draft(String prefix, String key, long bytes) {
        Matcher matcher = NAME.matcher(key.substring(prefix.length()));
        if (!matcher.matches() || bytes < 1) {
            return Optional.empty();
        }
        return Optional.of(new SegmentDraft(Integer.valueOf(matcher.group(1)), bytes, matcher.group(2), 0L, 0L));
    }

    /** Any text as one part of a key, so that different texts stay different: what is not plain becomes =XX. */
    static String part(String text) {
        StringBuilder part = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(b) >= 0 || (b == '.' && !part.isEmpty())) {
                part.append((char) b);
            } else {
                part.append(String.format(Locale.ROOT, "=%02X", b));
            }
        }
        return part.toString();
    }
}
