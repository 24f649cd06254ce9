package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.Pause;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.store.Outage;
import org.knightswatch.store.StoreHealth;

/**
 * Finds running attempts whose recording nothing comes to. It looks at what is held and at nothing else, so that it is
 * right also when presence is unknown. While this server does not reach the store, nothing can be held of anybody: that is
 * one alarm of its own, and none of a candidate.
 */
@Stateless
public class Silence {

    /** A call that failed once is none. */
    private static final Duration AWAY = Duration.ofSeconds(10);

    @PersistenceContext
    EntityManager entities;

    @Inject
    RecordingSettings settings;

    @Inject
    StoreHealth store;

    @Inject
    ServerClock clock;

    /** Since when this server does not reach the store; empty: it does. */
    public Optional<Instant> storeAwaySince() {
        Instant before = clock.instant().minus(AWAY);
        return store.failingSince().filter(since -> since.isBefore(before));
    }

    /** The one of an attempt's recordings that is quiet for the longest; empty while nothing need come. */
    public Optional<Quiet> quietest(AttemptView attempt, Collection<RecordingSummary> recordings) {
        if (attempt.state() != AttemptState.RUNNING) {
            return Optional.empty();
        }
        Instant resumed = attempt.pauses().stream()
                .map(Pause::toAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return recordings.stream()
                .map(one -> quiet(attempt.id(), one.track(), one.savedAt(), attempt.startedAt(), resumed))
                .min(Comparator.comparing(Quiet::since));
    }

    /** All silent recordings of an exam, those that are silent for the longest first; of each attempt one. */
    public List<Quiet> of(ExamId exam) {
        Instant now = clock.instant();
        if (storeAwaySince().isPresent()) {
            return List.of();
        }
        return entities
                .createQuery(
                        "select a.id, r.track, r.savedAt, a.startedAt,"
                                + " (select max(p.toAt) from Attempt b join b.pauses p where b.id = a.id)"
                                + " from Recording r join Attempt a on a.id = r.attemptId where a.examId = :exam"
                                + " and a.state = :running and a.startedAt < :due"
                                + " and (r.savedAt is null or r.savedAt < :due)",
                        Object[].class)
                .setParameter("exam", exam.value())
                .setParameter("running", AttemptState.RUNNING)
                .setParameter("due", now.minus(settings.silence()))
                .getResultStream()
                .map(row -> quiet(
                        new AttemptId((UUID) row[0]), (Track) row[1], (Instant) row[2], (Instant) row[3], (Instant)
                                row[4]))
                .filter(quiet -> quiet.silentAt().isBefore(now))
                .collect(Collectors.toMap(Quiet::attempt, Function.identity(), Silence::longer))
                .values()
                .stream()
                .sorted(Comparator.comparing(Quiet::since))
                .toList();
    }

    /** Nothing need come before it began, and after a pause or an outage it has to come anew first. */
    private Quiet quiet(AttemptId attempt, Track track, Instant... moments) {
        Instant since = Stream.concat(Stream.of(moments), storeBackAt().stream())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Quiet(attempt, track, since, since.plus(settings.silence()));
    }

    private Optional<Instant> storeBackAt() {
        return store.outages().stream()
                .filter(outage -> outage.from().plus(AWAY).isBefore(outage.until()))
                .map(Outage::until)
                .max(Comparator.naturalOrder());
    }

    private static Quiet longer(Quiet one, Quiet other) {
        return one.since().isBefore(other.since()) ? one : other;
    }
}
