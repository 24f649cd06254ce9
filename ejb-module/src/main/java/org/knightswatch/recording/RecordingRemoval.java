package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.kernel.Sha256;

/**
 * Takes an attempt's recordings out of the rows, in two steps: first nothing more is added to them, and when their bytes
 * are gone, their takes and segments go as well. The figures of the last judgement stay.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY) // each step is a part of the caller's
public class RecordingRemoval {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Takes takes;

    @Inject
    RecordingService reports;

    @Inject
    AttemptFolders folders;

    @Inject
    KeptCopies copies;

    @Inject
    ServerClock clock;

    /** From now on nothing more is taken, read or sealed. */
    public Begin begin(AttemptId attempt) {
        List<Recording> recordings = lock(attempt);
        if (recordings.isEmpty() || recordings.stream().anyMatch(Recording::isGoing)) {
            return Begin.NEEDLESS;
        }
        Instant now = clock.instant();
        List<Take> rows = rows(attempt);
        boolean busy = recordings.stream().anyMatch(RecordingRemoval::isBeingSealed)
                || rows.stream().anyMatch(take -> take.isToVerify(Instant.MAX));
        recordings.forEach(recording -> {
            if (!recording.summary(now).settled()) {
                recording.judged(reports.report(attempt, recording.track()), null, now);
            }
            recording.purge(now);
        });
        rows.forEach(Take::purge);
        return busy ? Begin.WHILE_BUSY : Begin.AT_REST;
    }

    /** Where objects of an attempt may lie. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Whereabouts whereabouts(AttemptId id) {
        Set<String> prefixes = new TreeSet<>();
        prefixes.add(folders.of(id).prefix());
        Map<String, Sha256> known = new HashMap<>();
        Set<String> places = new TreeSet<>(entities.createQuery(
                        "select r.place from Recording r where r.attemptId = :attempt and r.place is not null",
                        String.class)
                .setParameter("attempt", id.value())
                .getResultList());
        for (TakeView take : takes.of(id)) {
            if (prefixes.stream().noneMatch(take.objectPrefix()::startsWith)) {
                prefixes.add(take.objectPrefix());
            }
            if (take.archived() != null) {
                places.forEach(place -> known.put(
                        place + take.archived().name(), take.archived().sha256()));
            }
        }
        Stream.of(Track.values())
                .flatMap(track -> copies.of(id, track).stream().map(KeptCopy::object))
                .forEach(copy -> places.forEach(place -> known.put(place + copy.name(), copy.sha256())));
        return new Whereabouts(places, prefixes, Set.of(), known);
    }

    /** All bytes are gone. */
    public void done(AttemptId attempt, Instant when) {
        lock(attempt).forEach(recording -> recording.purged(when));
        delete(
                "delete from Segment s where s.key.takeId in (select t.id from Take t where t.attemptId = :attempt)",
                attempt);
        delete("delete from Take t where t.attemptId = :attempt", attempt);
        delete("delete from Fold f where f.id in (select r.id from Recording r where r.attemptId = :attempt)", attempt);
    }

    private static boolean isBeingSealed(Recording recording) {
        return recording.isSealed() && recording.seal().at() == null;
    }

    private void delete(String jpql, AttemptId attempt) {
        entities.createQuery(jpql).setParameter("attempt", attempt.value()).executeUpdate();
    }

    private List<Recording> lock(AttemptId attempt) {
        return entities.createQuery("select r from Recording r where r.attemptId = :attempt", Recording.class)
                .setParameter("attempt", attempt.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private List<Take> rows(AttemptId attempt) {
        return entities.createQuery("select t from Take t where t.attemptId = :attempt", Take.class)
                .setParameter("attempt", attempt.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** How a removal begins. */
    public enum Begin {
        /** There is nothing, or it has begun already. */
        NEEDLESS,
        /** The archiver may be at work on it. */
        WHILE_BUSY,
        AT_REST
    }

    /**
     * Where objects may lie.
     *
     * @param places folders of the archive: what lies in them, not below
     * @param prefixes of segments: everything that begins so
     * @param objects single ones that lie among those of others
     * @param known digests of archived objects by their keys
     */
    public record Whereabouts(
            Set<String> places, Set<String> prefixes, Set<String> objects, Map<String, Sha256> known) {

        /** The same, and what somebody else brought, by its keys. */
        public Whereabouts and(Set<String> brought, Map<String, Sha256> digests) {
            Map<String, Sha256> all = new HashMap<>(known);
            all.putAll(digests);
            return new Whereabouts(places, prefixes, brought, all);
        }
    }
}
