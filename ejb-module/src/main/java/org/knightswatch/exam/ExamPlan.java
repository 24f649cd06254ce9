package org.knightswatch.exam;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.PlainText;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

/** An {@link ExamDraft} that was looked at in every field, with its defaults filled in. */
record ExamPlan(
        ExamCode code,
        String title,
        Instant startsAt,
        Instant endsAt,
        int roomSize,
        int proctorsPerRoom,
        Seating seating,
        String provider,
        String environment,
        List<Track> tracks,
        String examUrl,
        Takeover takeover,
        int attempts,
        Quality quality) {

    static final int LARGEST_ROOM = 100;
    static final int MOST_PROCTORS = 10;
    static final int MOST_ATTEMPTS = 10;
    static final Duration LONGEST = Duration.ofDays(31);

    /** Looks at everything before it complains, so that a form is corrected in one go. */
    static ExamPlan of(ExamDraft draft, Set<String> providers) {
        Complaints complaints = new Complaints();
        ExamPlan plan = new ExamPlan(
                complaints.unless(() -> ExamCode.of(draft.code())),
                complaints.unless(() -> PlainText.line("title", draft.title(), 200)),
                complaints.unless(() -> present("startsAt", draft.startsAt())),
                complaints.unless(() -> endsAt(draft)),
                complaints.number("roomSize", draft.roomSize(), 1, LARGEST_ROOM),
                complaints.number("proctorsPerRoom", draft.proctorsPerRoom(), 0, MOST_PROCTORS),
                complaints.unless(() -> present("seating", draft.seating())),
                complaints.unless(() -> provider(draft.provider(), providers)),
                draft.environment() == null ? Environment.DEFAULT_CODE : draft.environment(),
                complaints.unless(() -> tracks(draft.tracks())),
                complaints.unless(() -> examUrl(draft.examUrl())),
                draft.takeover() == null ? Takeover.ALLOW : draft.takeover(),
                complaints.number(
                        "attempts", draft.attempts() == null ? Integer.valueOf(1) : draft.attempts(), 1, MOST_ATTEMPTS),
                draft.quality() == null ? Quality.STANDARD : draft.quality());
        complaints.raise();
        return plan;
    }

    private static Instant endsAt(ExamDraft draft) {
        Instant end = present("endsAt", draft.endsAt());
        if (draft.startsAt() != null && !end.isAfter(draft.startsAt())) {
            throw FieldProblem.of("endsAt", ProblemCode.EXAM_ENDS_BEFORE_START).asException();
        }
        if (draft.startsAt() != null && end.isAfter(draft.startsAt().plus(LONGEST))) {
            throw FieldProblem.of("endsAt", ProblemCode.EXAM_TOO_LONG, LONGEST.toDays())
                    .asException();
        }
        return end;
    }

    private static String provider(String wanted, Set<String> providers) {
        String provider = wanted == null ? "direct" : wanted;
        if (!providers.contains(provider)) {
            throw FieldProblem.of("provider", ProblemCode.PROVIDER_UNKNOWN, provider, String.join(", ", providers))
                    .asException();
        }
        return provider;
    }

    private static List<Track> tracks(List<Track> wanted) {
        if (wanted == null) {
            return List.of(Track.CAMERA);
        }
        if (!wanted.contains(Track.CAMERA) || wanted.stream().distinct().count() != wanted.size()) {
            throw FieldProblem.of("tracks", ProblemCode.EXAM_TRACKS_INVALID).asException();
        }
        return wanted;
    }

    private static String examUrl(String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return null;
        }
        try {
            URI uri = URI.create(wanted.strip());
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null && wanted.length() <= 2000) {
                return uri.toString();
            }
        } catch (IllegalArgumentException e) {
            throw FieldProblem.of("examUrl", ProblemCode.EXAM_URL_INVALID).asException();
        }
        throw FieldProblem.of("examUrl", ProblemCode.EXAM_URL_INVALID).asException();
    }

    private static <T> T present(String field, T value) {
        if (value == null) {
            throw FieldProblem.of(field, ProblemCode.FIELD_MISSING).asException();
        }
        return value;
    }

    /** Collects what is wrong field by field. */
    private static final class Complaints {

        private final List<FieldProblem> problems = new ArrayList<>();

        <T> T unless(java.util.function.Supplier<T> reading) {
            try {
                return reading.get();
            } catch (ProctoringException e) {
                problems.addAll(e.fields());
                return null;
            }
        }

        int number(String field, Integer value, int least, int most) {
            if (value == null) {
                problems.add(FieldProblem.of(field, ProblemCode.FIELD_MISSING));
                return least;
            }
            if (value < least || value > most) {
                problems.add(FieldProblem.of(field, ProblemCode.VALUE_OUT_OF_RANGE, least, most));
            }
            return value;
        }

        void raise() {
            if (!problems.isEmpty()) {
                throw ProctoringException.ofFields(problems);
            }
        }
    }
}
