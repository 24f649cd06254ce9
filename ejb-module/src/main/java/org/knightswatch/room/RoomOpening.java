package org.knightswatch.room;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.knightswatch.exam.ExamView;
import org.knightswatch.roster.EnrolmentView;

/**
 * Lets those who found no seat have a room opened, on each node one after the other: when a hall joins at once, many find
 * the last seat gone at the same moment, and all but the first shall find the seats of the first. Between nodes the
 * room's number decides, which costs the loser a transaction.
 */
@ApplicationScoped
public class RoomOpening {

    private static final Logger LOG = Logger.getLogger(RoomOpening.class.getName());
    private static final int TURNS = 64;

    @Inject
    RoomService rooms;

    @Inject
    ProctorSeating proctors;

    /** One for some of the exams: held for milliseconds, outside of every transaction. */
    private final List<Object> turns = Stream.generate(Object::new).limit(TURNS).toList();

    /** Afterwards there is a free seat, or was: whoever asked claims anew. */
    public void openFor(ExamView exam, EnrolmentView enrolment) {
        synchronized (turns.get(Math.floorMod(exam.id().hashCode(), TURNS))) {
            if (opens(exam, enrolment)) {
                staff(exam);
            }
        }
    }

    /** Nobody is turned away because proctors can't be seated this moment: {@link ProctorWatch} looks again. */
    private void staff(ExamView exam) {
        try {
            proctors.settle(exam.id());
        } catch (EJBException e) {
            LOG.log(Level.WARNING, e, () -> "A room of exam " + exam.code() + " has nobody who watches it yet");
        }
    }

    private boolean opens(ExamView exam, EnrolmentView enrolment) {
        try {
            return rooms.openFor(exam, enrolment);
        } catch (EJBException e) {
            LOG.log(Level.FINE, "Another node opened the room at the same moment", e);
            return false;
        }
    }
}
