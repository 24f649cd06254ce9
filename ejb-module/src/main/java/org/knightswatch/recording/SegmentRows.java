package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.kernel.Sha256;

/** The rows of segments that are held. The first digest of a sequence stays, however many are committed at once. */
@Stateless
public class SegmentRows {

    /** In one statement. */
    private static final int ROWS = 64;

    @PersistenceContext
    EntityManager entities;

    @Inject
    AttemptService attempts;

    @Inject
    Recordings recordings;

    @Inject
    Witnesses witnesses;

    @Inject
    RecordingSettings settings;

    @Inject
    ServerClock clock;

    @Inject
    Event<SegmentsHeld> held;

    @Inject
    Event<AuditFact> audit;

    /** What is held under these sequences. */
    public Map<Integer, Sha256> digests(UUID take, Collection<Integer> sequences) {
        return entities.createQuery(
                        "select s.key.sequence, s.sha256 from Segment s"
                                + " where s.key.takeId = :take and s.key.sequence in :sequences",
                        Object[].class)
                .setParameter("take", take)
                .setParameter("sequences", sequences)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Integer) row[0], row -> new Sha256((String) row[1])));
    }

    /** All sequences held of a take, in order. */
    public List<Integer> sequences(UUID take) {
        return entities.createQuery(
                        "select s.key.sequence from Segment s where s.key.takeId = :take order by s.key.sequence",
                        Integer.class)
                .setParameter("take", take)
                .getResultList();
    }

    /** All segments held of a take, in order. Read as columns: a recording that runs is judged again and again. */
    public List<SegmentView> of(UUID take) {
        return entities.createQuery(
                        "select s.key.sequence, s.bytes, s.sha256, s.startMillis, s.durationMillis, s.heldAt, s.faulty"
                                + " from Segment s where s.key.takeId = :take order by s.key.sequence",
                        Object[].class)
                .setParameter("take", take)
                .getResultStream()
                .map(SegmentRows::view)
                .toList();
    }

    private static SegmentView view(Object... row) {
        return new SegmentView(
                (Integer) row[0],
                (Long) row[1],
                new Sha256((String) row[2]),
                (Long) row[3],
                (Long) row[4],
                (Instant) row[5],
                (Boolean) row[6]);
    }

    /** Keeps what the store was seen to hold, and whether the page at the live socket vouched for it. */
    public void hold(TakeView take, List<SegmentDraft> proved, boolean witnessed) {
        Instant now = clock.instant();
        Take row = entities.find(Take.class, take.key(), LockModeType.PESSIMISTIC_WRITE);
        recordings.requireKept(take.attempt());
        if (row.isClosedForGood()) {
            throw new ProctoringException(
                    ProblemCode.LATE_WINDOW_OVER, settings.lateWindow().toHours());
        }
        int highestBefore = highest(take.key());
        int inserted = insert(take, proved, now);
        AttemptView attempt = attempts.require(take.attempt());
        witnesses.count(row, attempt, inserted, witnessed);
        boolean filled = proved.stream().anyMatch(draft -> draft.sequence() < highestBefore);
        recordings.saved(take.attempt(), take.track());
        if (filled || attempt.isOver()) {
            recordings.rewritten(take.attempt(), take.track());
        }
        boolean whole = row.view().isClosed()
                && Sequences.missing(sequences(take.key()), row.view().lastSequence())
                        .isEmpty();
        if (whole) {
            row.verifyFrom(now);
            recordings.judgeSoon(take.attempt(), take.track());
        }
        held.fire(new SegmentsHeld(attempt.place(), take.track(), now));
    }

    /**
     * Keeps what lies in the store and was never committed, where nothing else is held. Its times are not known before it is
     * read. Behind the end that a browser has told there is nothing of the take. Answers how many they are.
     */
    public int adopt(TakeView view, List<SegmentDraft> found) {
        Take take = entities.find(Take.class, view.key(), LockModeType.PESSIMISTIC_WRITE);
        int last = take.isClosedForGood() ? SegmentDraft.MOST_SEQUENCES : view.lastSequence();
        Set<Integer> held = new HashSet<>(sequences(view.key()));
        List<SegmentDraft> lost = found.stream()
                .filter(draft -> draft.sequence() <= last && held.add(draft.sequence()))
                .toList();
        insert(view, lost, clock.instant());
        if (!lost.isEmpty()) {
            take.reaches(lost.get(lost.size() - 1).sequence());
            recordings.rewritten(view.attempt(), view.track());
            audit.fire(AuditFact.of("SEGMENTS_ADOPTED", "attempt:" + view.attempt())
                    .saying("take " + view.number() + ": " + lost.size()));
        }
        return lost.size();
    }

    /** Many by one statement: on the way to a database, each of them costs as much as all of its rows. Answers how many are new. */
    private int insert(TakeView take, List<SegmentDraft> drafts, Instant now) {
        int inserted = 0;
        for (int from = 0; from < drafts.size(); from += ROWS) {
            inserted += insertAtOnce(take, drafts.subList(from, Math.min(from + ROWS, drafts.size())), now);
        }
        return inserted;
    }

    private int insertAtOnce(TakeView take, List<SegmentDraft> drafts, Instant now) {
        String rows = IntStream.range(0, drafts.size())
                .mapToObj(i -> "(:take, :sequence#, :bytes#, :sha256#, :start#, :duration#, :now)"
                        .replace("#", Integer.toString(i)))
                .collect(Collectors.joining(", "));
        Query insert = entities.createNativeQuery("insert into segment"
                + " (take_id, sequence, bytes, sha256, start_millis, duration_millis, held_at) values " + rows
                + " on conflict do nothing");
        insert.setParameter("take", take.key()).setParameter("now", now);
        for (int i = 0; i < drafts.size(); i++) {
            SegmentDraft draft = drafts.get(i);
            insert.setParameter("sequence" + i, draft.sequence())
                    .setParameter("bytes" + i, draft.bytes())
                    .setParameter("sha256" + i, draft.sha256())
                    .setParameter("start" + i, draft.startMillis())
                    .setParameter("duration" + i, draft.durationMillis());
        }
        return insert.executeUpdate();
    }

    private int highest(UUID take) {
        Integer highest = entities.createQuery(
                        "select max(s.key.sequence) from Segment s where s.key.takeId = :take", Integer.class)
                .setParameter("take", take)
                .getSingleResult();
        return highest == null ? -1 : highest;
    }
}
