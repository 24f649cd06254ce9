package org.knightswatch.recording;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.knightswatch.recording.Gap.CauseBy;

/**
 * What gaps of one kind cost a recording, all together.
 *
 * @param causeBy whose word the cause is
 * @param explained the server saw the cause, too
 * @param gaps how many
 */
@Embeddable
public record Loss(
        @Enumerated(EnumType.STRING) GapCause cause,
        @Enumerated(EnumType.STRING) CauseBy causeBy,
        boolean explained,
        int gaps,
        long missingMillis) {

    /** The losses of a recording, one a kind of gap. */
    static Set<Loss> of(Collection<Gap> gaps) {
        return Set.copyOf(gaps.stream()
                .map(gap -> new Loss(gap.cause(), gap.causeBy(), gap.explained(), 1, Math.round(gap.seconds() * 1000)))
                .collect(Collectors.toMap(Loss::kind, Function.identity(), Loss::and))
                .values());
    }

    public double seconds() {
        return missingMillis / 1000.0;
    }

    private Kind kind() {
        return new Kind(cause, causeBy, explained);
    }

    private Loss and(Loss other) {
        return new Loss(cause, causeBy, explained, gaps + other.gaps, missingMillis + other.missingMillis);
    }

    private record Kind(GapCause cause, CauseBy causeBy, boolean explained) {}
}
