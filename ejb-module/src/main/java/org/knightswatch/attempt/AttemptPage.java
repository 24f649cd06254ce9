package org.knightswatch.attempt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.kernel.Ids;

/**
 * A page that joined, by its lease, and the browser it runs in. One that met another browser waits, or went in over it;
 * one that waits says so again and again, and is forgotten when it falls silent.
 */
@Entity
class AttemptPage {

    /** Who was not let in may ask again after so long. */
    static final Duration REFUSED_FOR = Duration.ofMinutes(1);

    /** A page that waits and says nothing for so long is gone. Hidden pages get to speak once a minute. */
    static final Duration LINGERS = Duration.ofSeconds(90);

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID attemptId;

    private long lease;
    private String markSha256;
    private String browser;
    private String network;

    @Enumerated(EnumType.STRING)
    private PageState state;

    private UUID overId;

    @Column(nullable = false)
    private Instant joinedAt;

    private Instant askedAt;

    @Column(nullable = false)
    private Instant seenAt;

    private Instant decidedAt;

    @Column(length = 200)
    private String decidedBy;

    @Version
    private long version;

    protected AttemptPage() {}

    AttemptPage(AttemptId attempt, long lease, JoiningBrowser from, Instant now) {
        this.id = Ids.next();
        this.attemptId = attempt.value();
        this.lease = lease;
        this.markSha256 = from.markSha256();
        this.browser = from.name();
        this.network = from.network();
        this.state = PageState.IN;
        this.joinedAt = now;
        this.seenAt = now;
    }

    /** Goes in over another page, which is there at this moment. */
    void takeOver(AttemptPage other) {
        overId = other.id;
    }

    /** Wants in while another page is there. */
    void ask(AttemptPage other, Instant now) {
        overId = other.id;
        state = PageState.WAITING;
        askedAt = now;
    }

    void seen(Instant now) {
        seenAt = now;
    }

    /** @param newLease higher than that of any page there is */
    void letIn(long newLease, String by, Instant now) {
        lease = newLease;
        decide(PageState.IN, by, now);
    }

    void refuse(String by, Instant now) {
        decide(PageState.REFUSED, by, now);
    }

    /** How its asking stands; null once that is over. */
    PageState asking(Instant now) {
        boolean forgiven =
                state == PageState.REFUSED && !decidedAt.plus(REFUSED_FOR).isAfter(now);
        return state == PageState.IN || forgiven ? null : state;
    }

    boolean isOf(AttemptId attempt) {
        return attemptId.equals(attempt.value());
    }

    boolean isFrom(JoiningBrowser other) {
        return markSha256.equals(other.markSha256());
    }

    long lease() {
        return lease;
    }

    UUID overId() {
        return overId;
    }

    JoiningBrowser from() {
        return new JoiningBrowser(markSha256, browser, network);
    }

    TakeoverView over(AttemptPage other) {
        return new TakeoverView(
                id,
                new AttemptId(attemptId),
                state == PageState.WAITING,
                askedAt == null || state == PageState.IN ? inSince() : askedAt,
                other.from().words(),
                from().words());
    }

    private Instant inSince() {
        return decidedAt == null ? joinedAt : decidedAt;
    }

    private void decide(PageState how, String by, Instant now) {
        state = how;
        decidedBy = by;
        decidedAt = now;
    }
}
