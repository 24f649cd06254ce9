package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.knightswatch.kernel.Sha256;

/**
 * What is held of a take, wherever that is written: in rows, or in the manifest that they were folded into. Rows are looked
 * at first, so that what is folded in between is found all the same.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS) // a manifest comes from the store: callers have no transaction
public class HeldSegments {

    @Inject
    SegmentRows rows;

    @Inject
    FoldRows folds;

    @Inject
    SealedTakes sealed;

    /** All segments held of a take, in order. */
    public List<SegmentView> of(TakeView take) {
        List<SegmentView> known = rows.of(take.key());
        if (!isFolded(take)) {
            return known;
        }
        Map<Integer, SegmentView> all = new TreeMap<>();
        sealed.segments(take).forEach(segment -> all.put(segment.sequence(), segment));
        known.forEach(segment -> all.put(segment.sequence(), segment));
        return List.copyOf(all.values());
    }

    /** All sequences held of a take, in order. */
    public List<Integer> sequences(TakeView take) {
        List<Integer> known = rows.sequences(take.key());
        return isFolded(take) ? of(take).stream().map(SegmentView::sequence).toList() : known;
    }

    /** What is held under these sequences. */
    public Map<Integer, Sha256> digests(TakeView take, Collection<Integer> sequences) {
        Map<Integer, Sha256> known = rows.digests(take.key(), sequences);
        if (known.size() == Set.copyOf(sequences).size() || !isFolded(take)) {
            return known;
        }
        Set<Integer> wanted = new HashSet<>(sequences);
        return of(take).stream()
                .filter(segment -> wanted.contains(segment.sequence()))
                .collect(Collectors.toMap(SegmentView::sequence, SegmentView::sha256));
    }

    /** Whether its rows have gone into the manifest. */
    public boolean isFolded(TakeView take) {
        return take.archivedAt() != null && folds.isFolded(take.key());
    }
}
