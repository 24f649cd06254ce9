package org.knightswatch.recording;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Ids;
import org.knightswatch.recording.RecordingReport.TrackReport;

/** All of an attempt's track: the last judgement of it, and when the next one is due. */
@Entity
class Recording {

    private static final int LONGEST_FAULT = 500;

    @Id
    private UUID id;

    private UUID attemptId;

    @Enumerated(EnumType.STRING)
    private Track track;

    @Enumerated(EnumType.STRING)
    private RecordingState state;

    private boolean verified;
    private long recordedMillis;
    private long expectedMillis;
    private int gapCount;
    private long missingMillis;

    @Column(nullable = false)
    private Instant judgedAt;

    private Instant judgeAt;
    private Instant savedAt;
    private int playlistVersion;
    private String place;
    private Instant sealAt;
    private int sealTries;
    private Instant sealingAt;
    private String sealingKey;
    private Instant sealedAt;
    private String sealFault;
    private Instant purgingAt;
    private Instant purgedAt;

    @ElementCollection
    @CollectionTable(name = "recording_loss", joinColumns = @JoinColumn(name = "recording_id"))
    private Set<Loss> losses = new HashSet<>();

    @Version
    private long version;

    protected Recording() {}

    Recording(AttemptId attempt, Track track, Instant now) {
        this.id = Ids.next();
        this.attemptId = attempt.value();
        this.track = track;
        this.state = RecordingState.OPEN;
        this.judgedAt = now;
        this.playlistVersion = 1;
    }

    /** The store holds more. While the attempt runs, it is judged from time to time anyway. */
    void saved(Instant now, Duration gathered) {
        savedAt = now;
        if (state != RecordingState.OPEN) {
            judgeSoon(now.plus(gathered));
        }
    }

    /** The playlist says something else than before, besides what was appended. */
    void rewritten() {
        playlistVersion++;
    }

    void judgeSoon(Instant moment) {
        if (purgingAt == null && (judgeAt == null || judgeAt.isAfter(moment))) {
            judgeAt = moment;
        }
    }

    /**
     * Answers whether its state is another one.
     *
     * @param next when it is to be judged again; null: nothing of it can change any more, and it is sealed
     */
    boolean judged(TrackReport report, Instant next, Instant now) {
        boolean done = isSealed() || isGoing();
        judgeAt = done ? null : next;
        if (done) {
            return false;
        }
        boolean changed = state != report.state();
        if (gapCount > 0 || !report.gaps().isEmpty()) { // Else nothing is there to look at
            Set<Loss> found = Loss.of(report.gaps());
            losses.retainAll(found);
            losses.addAll(found);
        }
        state = report.state();
        verified = report.verified();
        recordedMillis = Math.round(report.recordedSeconds() * 1000);
        expectedMillis = Math.round(report.expectedSeconds() * 1000);
        gapCount = report.gaps().size();
        missingMillis = Math.round(report.missingSeconds() * 1000);
        judgedAt = now;
        sealAt = next == null ? now : null;
        return changed;
    }

    boolean isDue(Instant now) {
        return judgeAt != null && !judgeAt.isAfter(now);
    }

    /** Where all of it is archived, from the first object on. */
    Optional<String> place() {
        return Optional.ofNullable(place);
    }

    void archiveAt(String chosen) {
        place = chosen;
    }

    /** Whether its manifest is signed, or about to be: then nothing of it changes any more. */
    boolean isSealed() {
        return sealingAt != null;
    }

    boolean isToSeal(Instant now) {
        return sealAt != null && !sealAt.isAfter(now) && judgeAt == null;
    }

    /** From when it may be sealed; null: not before it is judged again. */
    void sealFrom(Instant moment) {
        sealAt = isGoing() ? null : moment;
    }

    /** Whoever begins anew says the same moment and key, so that the same manifest comes out. */
    void beginSealing(String key, Instant now, Instant claimedUntil) {
        if (sealingAt == null) {
            sealingAt = now;
            sealingKey = key;
        }
        sealAt = claimedUntil;
    }

    int triedToSeal() {
        return ++sealTries;
    }

    ArchiveRows.Seal seal() {
        return new ArchiveRows.Seal(sealedAt, sealFault);
    }

    void sealed(Instant now) {
        sealAt = null;
        sealedAt = now;
        sealFault = null;
    }

    void unsealable(String what, Instant again) {
        sealFault = what.substring(0, Math.min(what.length(), LONGEST_FAULT));
        sealFrom(again);
    }

    /** Nothing more of it is taken, judged or sealed: it is to be purged. */
    void purge(Instant now) {
        purgingAt = now;
        judgeAt = null;
        sealAt = null;
        state = state == RecordingState.COMPLETE ? state : RecordingState.INCOMPLETE; // What is missing never comes now
    }

    /** Whether it is to be purged, or was. */
    boolean isGoing() {
        return purgingAt != null;
    }

    /** Nothing of it is left but the figures of its last judgement. */
    void purged(Instant now) {
        purgedAt = now;
        playlistVersion++;
    }

    boolean isPurged() {
        return purgedAt != null;
    }

    UnsealedRecording unsealed() {
        return new UnsealedRecording(
                id, attempt(), track, state, expectedMillis, recordedMillis, sealingAt, sealingKey);
    }

    UUID id() {
        return id;
    }

    AttemptId attempt() {
        return new AttemptId(attemptId);
    }

    Track track() {
        return track;
    }

    Instant judgedAt() {
        return judgedAt;
    }

    int playlistVersion() {
        return playlistVersion;
    }

    RecordingSummary summary(Instant now) {
        return new RecordingSummary(
                attempt(),
                track,
                state,
                verified,
                recordedMillis / 1000.0,
                expectedMillis / 1000.0,
                gapCount,
                missingMillis / 1000.0,
                savedAt,
                purgedAt,
                isSettled(now));
    }

    private boolean isSettled(Instant now) {
        boolean grown = savedAt != null && savedAt.isAfter(judgedAt);
        return state != RecordingState.OPEN && !grown && !isDue(now);
    }
}
