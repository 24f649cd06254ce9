package org.knightswatch.challenge;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.Ids;

/**
 * A challenge that a page says it has shown. It waits until the attempt's recordings are known as far as they ever will be,
 * then somebody looks for it once.
 */
@Entity
class ShownChallenge {

    @Id
    private UUID id;

    private UUID attemptId;
    private Instant moment;

    @Enumerated(EnumType.STRING)
    private Tone tone;

    @Enumerated(EnumType.STRING)
    private Colour colour;

    private Instant shownAt;
    private Instant acknowledgedAt;

    @Enumerated(EnumType.STRING)
    private Outcome toneFound;

    @Enumerated(EnumType.STRING)
    private Outcome colourFound;

    private Instant lookAt;

    @Version
    private long version;

    protected ShownChallenge() {}

    ShownChallenge(AttemptId attempt, Challenge challenge, Shown shown, Instant now) {
        this.id = Ids.next();
        this.attemptId = attempt.value();
        this.moment = challenge.at();
        this.tone = challenge.tone();
        this.colour = challenge.colour();
        this.shownAt = shown.at();
        this.acknowledgedAt = now;
        this.toneFound = shown.tone() ? Outcome.WAITING : Outcome.NOT_LOOKED;
        this.colourFound = shown.colour() ? Outcome.WAITING : Outcome.NOT_LOOKED;
    }

    UUID id() {
        return id;
    }

    AttemptId attempt() {
        return new AttemptId(attemptId);
    }

    Challenge challenge() {
        return new Challenge(moment, tone, colour);
    }

    Instant shownAt() {
        return shownAt;
    }

    boolean isDue(Instant now) {
        return lookAt != null && !lookAt.isAfter(now);
    }

    boolean isPlanned() {
        return lookAt != null;
    }

    void lookFrom(Instant when) {
        lookAt = when;
    }

    /** Somebody has looked; what the page could not show stays as it is. */
    void found(Outcome ofTone, Outcome ofColour) {
        toneFound = toneFound == Outcome.WAITING ? ofTone : toneFound;
        colourFound = colourFound == Outcome.WAITING ? ofColour : colourFound;
        lookAt = null;
    }

    boolean waits() {
        return toneFound == Outcome.WAITING || colourFound == Outcome.WAITING;
    }

    boolean waitsForTone() {
        return toneFound == Outcome.WAITING;
    }

    boolean waitsForColour() {
        return colourFound == Outcome.WAITING;
    }

    ChallengeView view() {
        return new ChallengeView(id, moment, shownAt, acknowledgedAt, tone, colour, toneFound, colourFound);
    }
}
