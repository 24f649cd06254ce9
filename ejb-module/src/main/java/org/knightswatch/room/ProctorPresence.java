package org.knightswatch.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.ExamView;
import org.knightswatch.identity.StaffId;
import org.knightswatch.kernel.Beats;
import org.knightswatch.kernel.Beats.Heard;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.roster.DutyView;

/**
 * Which proctors are at their walls. As with candidates unknown is not gone: with Redis away, or just emptied, nobody is.
 */
@ApplicationScoped
public class ProctorPresence {

    @Inject
    Beats beats;

    @Inject
    ProctorSettings settings;

    @Inject
    ServerClock clock;

    /** An open wall of the exam gives a sign. */
    public void beat(ExamId exam, StaffId proctor) {
        beats.note(key(exam), proctor.toString());
    }

    /** How it stands with those on duty, by duty; whoever is not in the answer is unknown. */
    public Map<UUID, ProctorSign> of(ExamView exam, Collection<DutyView> on) {
        List<String> members = on.stream().map(duty -> duty.staff().toString()).toList();
        return on.isEmpty()
                ? Map.of()
                : beats.of(key(exam.id()), members)
                        .map(heard -> signs(exam, on, heard))
                        .orElse(Map.of());
    }

    private Map<UUID, ProctorSign> signs(ExamView exam, Collection<DutyView> on, Heard heard) {
        Map<UUID, ProctorSign> signs = new HashMap<>();
        Instant now = clock.instant();
        for (DutyView duty : on) {
            Instant beat = heard.last().get(duty.staff().toString());
            Instant expected = latest(exam.startsAt(), duty.since(), beat);
            boolean gone = heard.silence(expected, now).compareTo(settings.goneAfter()) >= 0;
            signs.put(duty.id(), new ProctorSign(beat, gone));
        }
        return signs;
    }

    /** Whoever never opened a wall is waited for from the beginning of the duty, and of the exam. */
    private static Instant latest(Instant start, Instant duty, Instant beat) {
        return Stream.of(start, duty, beat == null ? start : beat)
                .max(Instant::compareTo)
                .orElse(start);
    }

    private static String key(ExamId exam) {
        return "kw:presence:staff:" + exam;
    }
}
