package org.knightswatch.token;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.knightswatch.attempt.Admission;
import org.knightswatch.attempt.Admitted;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.JoiningBrowser;
import org.knightswatch.attempt.Newcomer;
import org.knightswatch.attempt.Presence;
import org.knightswatch.attempt.PresenceState;
import org.knightswatch.attempt.PresenceView;
import org.knightswatch.consent.ConsentProof;
import org.knightswatch.exam.ExamView;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.media.JoinGrant;
import org.knightswatch.media.MediaProviders;
import org.knightswatch.media.Participant;
import org.knightswatch.room.MediaRooms;
import org.knightswatch.room.RoomOpening;
import org.knightswatch.room.RoomService;
import org.knightswatch.room.RoomView;
import org.knightswatch.roster.EnrolmentView;

/**
 * Lets a candidate join. Each step is a transaction of its own or none: agreeing, being admitted, having a room opened,
 * and last the call to the provider, which nobody's seat waits for.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // a provider is called at the end
public class JoinService {

    private static final Logger LOG = Logger.getLogger(JoinService.class.getName());
    private static final Duration GRANT_LIFE = Duration.ofHours(12);
    private static final int TRIES = 100;

    @Inject
    Arrivals arrivals;

    @Inject
    Admission admission;

    @Inject
    RoomService rooms;

    @Inject
    RoomOpening opening;

    @Inject
    MediaRooms mediaRooms;

    @Inject
    MediaProviders providers;

    @Inject
    AttemptService attempts;

    @Inject
    Presence presence;

    @Inject
    JoinTokens tokens;

    @Inject
    Revocations revocations;

    /**
     * Repeatable: the same attempt, the same seat, another token. After an attempt that is over it begins the next one,
     * where there is one.
     *
     * @param number the only attempt that is meant: a page goes on with its own or with none; may be null
     */
    public JoinAnswer join(String invitation, ConsentProof proof, JoiningBrowser browser, Integer number) {
        Arrival arrival = arrivals.of(invitation, proof);
        EnrolmentView enrolment = arrival.enrolment();
        ExamView exam = arrival.exam();
        Admitted admitted = admit(exam, enrolment, new Newcomer(browser, there(arrival), number));
        AttemptView attempt = admitted.attempt();
        RoomView room = rooms.require(attempt.room());
        if (admitted.waits()) {
            return new JoinAnswer(
                    exam, enrolment, attempt, true, room, tokens.issueWaiting(attempt, admitted.lease()), null);
        }
        presence.beat(exam.id(), attempt.id());
        IssuedToken token = tokens.issueJoin(attempt, admitted.lease());
        return new JoinAnswer(exam, enrolment, attempt, false, room, token, grant(exam, attempt, room));
    }

    /** A new token for the page that holds the old one. */
    public IssuedToken renew(TokenClaims old) {
        AttemptView attempt = attempts.require(old.attempt());
        if (old.lease() < attempt.holdingLease()) {
            throw new ProctoringException(ProblemCode.TOKEN_SUPERSEDED);
        }
        if (attempt.isOver()) {
            throw new ProctoringException(ProblemCode.ATTEMPT_ENDED, attempt.state());
        }
        IssuedToken renewed = tokens.issueJoin(attempt, old.lease());
        revocations.renewed(old);
        return renewed;
    }

    /** Asked before any row is locked: nobody waits for Redis. */
    private PresenceState there(Arrival arrival) {
        return arrival.newest()
                .filter(attempt -> !attempt.isOver())
                .flatMap(presence::of)
                .map(PresenceView::state)
                .orElse(null);
    }

    private Admitted admit(ExamView exam, EnrolmentView enrolment, Newcomer newcomer) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Admitted> admitted = tryToAdmit(exam, enrolment, newcomer);
            if (admitted.isPresent()) {
                return admitted.get();
            }
            opening.openFor(exam, enrolment);
        }
        throw new IllegalStateException("No seat for " + enrolment.id() + " after opening " + TRIES + " rooms");
    }

    /** Empty also when the database undid this one because joins waited for each other in a circle: its turn comes anew. */
    private Optional<Admitted> tryToAdmit(ExamView exam, EnrolmentView enrolment, Newcomer newcomer) {
        try {
            return admission.admit(exam, enrolment.id(), newcomer);
        } catch (EJBException e) {
            if (!isLostTurn(e)) {
                throw e;
            }
            LOG.log(Level.FINE, "A join takes another turn", e);
            return Optional.empty();
        }
    }

    /** Hibernate tells a deadlock by either of these, and a wait that was too long by the last. */
    private static boolean isLostTurn(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof OptimisticLockException
                        || cause instanceof PessimisticLockException
                        || cause instanceof LockTimeoutException);
    }

    private JoinGrant grant(ExamView exam, AttemptView attempt, RoomView room) {
        if (attempt.state() == AttemptState.AWAITING) {
            return null;
        }
        Participant participant = new Participant(attempt.id().toString(), true, GRANT_LIFE);
        return mediaRooms
                .ensureOpen(room, exam)
                .map(media -> providers.require(exam.provider()).grant(media, participant))
                .orElse(null);
    }
}
