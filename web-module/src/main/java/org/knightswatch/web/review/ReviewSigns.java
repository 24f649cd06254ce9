package org.knightswatch.web.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.recording.ExamCompleteness;
import org.knightswatch.recording.RecordingState;
import org.knightswatch.recording.RecordingSummary;
import org.knightswatch.review.Verdict;

/** How the states and figures of an attempt are shown to reviewers. */
@Named("reviewSigns")
@ApplicationScoped
public class ReviewSigns {

    private static final double CONCERN = 0.35;
    private static final double SERIOUS = 0.7;
    private static final int NEARLY_ALL = 99;

    public StateChoice[] getStateChoices() {
        return StateChoice.values();
    }

    public RecordingState[] getRecordingChoices() {
        return RecordingState.values();
    }

    public VerdictChoice[] getVerdictChoices() {
        return VerdictChoice.values();
    }

    public Sign recording(RecordingState state) {
        return switch (state) {
            case OPEN -> new Sign("rec", "kw-s-open", words(state));
            case RECOVERING -> new Sign("recover", "kw-s-recovering", words(state));
            case COMPLETE -> new Sign("check", "kw-s-complete", words(state));
            case INCOMPLETE -> new Sign("alert", "kw-s-incomplete", words(state));
        };
    }

    /** What was purged is gone, whatever its state was. */
    public Sign recording(RecordingSummary recording) {
        return recording.purgedAt() == null ? recording(recording.state()) : new Sign("gone", "kw-s-idle", "Purged");
    }

    public Sign verdict(Verdict verdict) {
        if (verdict == null) {
            return new Sign("ring", "kw-s-verdict-open", "Open");
        }
        return switch (verdict) {
            case CLEAR -> new Sign("check", "kw-s-clear", "Clear");
            case SUSPICIOUS -> new Sign("flag", "kw-s-suspicious", "Suspicious");
            case VIOLATION -> new Sign("x", "kw-s-violation", "Violation");
        };
    }

    public String state(AttemptState state) {
        return state == AttemptState.AWAITING ? "Waiting" : capital(state.name());
    }

    /** From 1 to 3, which is also how many bars are shown. */
    public int grade(double severity) {
        return severity < CONCERN ? 1 : severity < SERIOUS ? 2 : 3;
    }

    public String gradeWord(double severity) {
        return switch (grade(severity)) {
            case 1 -> "notice";
            case 2 -> "concern";
            default -> "serious";
        };
    }

    /** Whether nothing of it is missing and nothing more has to come or to be read. */
    public boolean lacksNothing(RecordingSummary recording) {
        boolean waits =
                recording.state() == RecordingState.RECOVERING || recording.state() == RecordingState.INCOMPLETE;
        return recording.gaps() == 0 && !waits;
    }

    /** How much of what ought to be recorded is not missing; unknown before the first is due, never rounded up to all. */
    public String share(RecordingSummary recording) {
        double expected = recording.expectedSeconds();
        if (expected <= 0 || recording.recordedSeconds() <= 0) {
            return recording.state() == RecordingState.OPEN && recording.gaps() == 0 ? "–" : "0 %";
        }
        return share(expected, recording.missingSeconds());
    }

    /** The same of a whole exam. */
    public String shareOfAll(ExamCompleteness account) {
        return account.recordedSeconds() <= 0 && account.gaps() == 0
                ? "–"
                : share(account.expectedSeconds(), account.missingSeconds());
    }

    private static String share(double expected, double missingSeconds) {
        double missing = Math.min(missingSeconds, expected);
        if (missing == 0) {
            return "100 %";
        }
        double percent = 100 * (expected - missing) / expected;
        int places = percent < NEARLY_ALL ? 1 : 2;
        double unit = Math.pow(10, places);
        return String.format(Locale.ROOT, "%." + places + "f %%", Math.floor(percent * unit) / unit);
    }

    /** Such as {@code 2:11} or {@code 1:09:58}. */
    public String span(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3_600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3_600, whole / 60 % 60, whole % 60);
    }

    static String words(RecordingState state) {
        if (state == null) {
            return "";
        }
        return state == RecordingState.OPEN ? "Recording" : capital(state.name());
    }

    private static String capital(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
