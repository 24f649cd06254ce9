package org.knightswatch.exam;

import java.util.Locale;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

/** What is recorded: the camera with its microphone, or the screen. Written in lower case outside. */
public enum Track {
    CAMERA,
    SCREEN;

    /** For a track that somebody asks for. */
    public static Track fromString(String text) {
        for (Track track : values()) {
            if (track.word().equals(text)) {
                return track;
            }
        }
        throw new ProctoringException(ProblemCode.TRACK_UNKNOWN, String.valueOf(text));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
