package org.knightswatch.transcript;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.knightswatch.kernel.Ids;

/** One walk through the store that puts missing rows back. A node that dies leaves it without an end. */
@Entity
class RecoveryRun {

    private static final Duration WITHOUT_A_SIGN = Duration.ofMinutes(5);
    private static final int MOST_FINDINGS = 200;
    private static final int LONGEST_FINDING = 1_000;

    @Id
    private UUID id;

    private Instant startedAt;
    private Instant seenAt;
    private Instant endedAt;
    private int attempts;
    private int attemptsAdded;
    private long rowsAdded;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "recovery_finding", joinColumns = @JoinColumn(name = "run_id"))
    @OrderColumn(name = "position")
    @Column(name = "finding")
    private List<String> findings = new ArrayList<>();

    protected RecoveryRun() {}

    RecoveryRun(Instant now) {
        this.id = Ids.next();
        this.startedAt = now;
        this.seenAt = now;
    }

    UUID id() {
        return id;
    }

    boolean isUnderWay(Instant now) {
        return endedAt == null && seenAt.plus(WITHOUT_A_SIGN).isAfter(now);
    }

    /** One more attempt was looked at. */
    void went(int added, List<String> found, Instant now) {
        attempts++;
        attemptsAdded += added > 0 ? 1 : 0;
        rowsAdded += added;
        seenAt = now;
        found.forEach(this::note);
    }

    /** The first ones will do to begin with: a run that is repeated names the next. */
    void note(String finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding.substring(0, Math.min(finding.length(), LONGEST_FINDING)));
        }
    }

    void ended(Instant now) {
        endedAt = now;
    }

    RecoveryView view(Instant now) {
        return new RecoveryView(
                startedAt, endedAt, isUnderWay(now), attempts, attemptsAdded, rowsAdded, List.copyOf(findings));
    }
}
