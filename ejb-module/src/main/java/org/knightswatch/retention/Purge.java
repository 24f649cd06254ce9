package org.knightswatch.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.Ids;
import org.knightswatch.store.ObjectKey;

/**
 * The removal of all that was recorded of an attempt. What is to go is written down and signed before the first object
 * goes; each step may be done again by whoever finds it half done.
 */
@Entity
class Purge {

    private static final int LONGEST_FAULT = 500;
    private static final int NAMED = 50;

    @Id
    private UUID id;

    private UUID attemptId;

    @Enumerated(EnumType.STRING)
    private PurgeCause cause;

    private String rule;
    private String askedBy;
    private Instant begunAt;
    private Instant quietAt;
    private String signingKey;
    private Instant tryAt;
    private int tries;
    private int plans;
    private String plan;
    private Instant removingAt;
    private String refused;
    private String fault;
    private Instant emptiedAt;
    private String certificate;

    @Version
    @Column(nullable = false)
    private long version;

    protected Purge() {}

    /** @param quietAt from when nothing more can arrive in the store */
    Purge(AttemptId attempt, Reason why, String signingKey, Instant quietAt, Instant now) {
        this.id = Ids.next();
        this.attemptId = attempt.value();
        this.cause = why.cause();
        this.rule = why.rule();
        this.askedBy = why.askedBy();
        this.signingKey = signingKey;
        this.begunAt = now;
        this.quietAt = quietAt;
        this.tryAt = now;
    }

    boolean isDue(Instant now) {
        return tryAt != null && !tryAt.isAfter(now);
    }

    void tryFrom(Instant moment) {
        tryAt = moment;
    }

    int tried() {
        return ++tries;
    }

    void planned(String newPlan) {
        plan = newPlan;
        plans++;
    }

    /** From now on nothing holds it back. */
    void remove(Instant now) {
        removingAt = removingAt == null ? now : removingAt;
    }

    boolean isRemoving() {
        return removingAt != null;
    }

    void refused(Map<ObjectKey, String> answers) {
        String lines = answers.entrySet().stream()
                .map(answer -> answer.getKey() + ": " + answer.getValue())
                .sorted()
                .limit(NAMED)
                .collect(Collectors.joining("\n"));
        refused = lines.isEmpty() ? null : lines;
    }

    void troubled(String what) {
        fault = what == null ? null : what.substring(0, Math.min(what.length(), LONGEST_FAULT));
    }

    /** All is gone, and nothing more can arrive. Whoever comes again says the same moment. */
    Instant emptied(Instant now) {
        emptiedAt = emptiedAt == null ? now : emptiedAt;
        return emptiedAt;
    }

    boolean isQuiet(Instant now) {
        return !quietAt.isAfter(now);
    }

    Instant quietAt() {
        return quietAt;
    }

    void done(String signed) {
        certificate = signed;
        plan = null;
        refused = null;
        fault = null;
        tryAt = null;
    }

    AttemptId attempt() {
        return new AttemptId(attemptId);
    }

    /** What is signed of it: after the end all that was removed, before it what is to be. May be null at first. */
    String certificate() {
        return certificate == null ? plan : certificate;
    }

    PurgeWork work() {
        return new PurgeWork(id, attempt(), cause, rule, askedBy, begunAt, signingKey, plans, plan);
    }

    PurgeView view() {
        return new PurgeView(
                attemptId.toString(),
                cause,
                rule,
                begunAt,
                removingAt,
                certificate == null ? null : emptiedAt,
                refused == null ? List.of() : refused.lines().toList(),
                fault);
    }

    /**
     * Why it is done.
     *
     * @param rule what is in force, in words
     * @param askedBy whom the audit names
     */
    record Reason(PurgeCause cause, String rule, String askedBy) {}
}
