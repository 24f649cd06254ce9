package org.knightswatch.attempt;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Removes what tells of the person in an attempt: browsers, networks, names of devices, and what staff wrote. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY) // with all else that is erased, or not at all
public class AttemptErasure {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Event<AttemptErased> erased;

    public void erase(AttemptId attempt) {
        entities.find(Attempt.class, attempt.value(), LockModeType.PESSIMISTIC_WRITE)
                .forgetWords();
        entities.flush();
        update("update AttemptPage p set p.browser = '–', p.network = '–', p.markSha256 = ''", "p", attempt);
        update("update Sighting s set s.detail = null", "s", attempt);
        erased.fire(new AttemptErased(attempt));
    }

    private void update(String jpql, String row, AttemptId attempt) {
        entities.createQuery(jpql + " where " + row + ".attemptId = :attempt")
                .setParameter("attempt", attempt.value())
                .executeUpdate();
    }
}
