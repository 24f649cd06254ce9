package org.knightswatch.room;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.media.MediaProviders;
import org.knightswatch.media.MediaRoom;
import org.knightswatch.media.RoomSpec;

/**
 * Opens rooms at the provider, outside of every transaction: the seat that somebody took says that the room is wanted, the
 * provider is called, and what it answers is confirmed. The room's id is the key, so that whoever repeats a step gets the
 * same room.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the provider is called in between
public class MediaRooms {

    private static final Logger LOG = Logger.getLogger(MediaRooms.class.getName());

    @Inject
    MediaRoomSteps steps;

    @Inject
    MediaProviders providers;

    @Inject
    ExamService exams;

    /** The room's counterpart; empty while the provider does not answer: recording does not wait for it. */
    public Optional<MediaRoom> ensureOpen(RoomView room, ExamView exam) {
        if (room.media() != null) {
            return Optional.of(room.media());
        }
        try {
            MediaRoom media = providers
                    .require(exam.provider())
                    .open(new RoomSpec(room.id().value(), exam.code() + " room " + room.number(), room.capacity()));
            steps.confirm(room.id(), media);
            return Optional.of(media);
        } catch (RuntimeException e) {
            // Whatever a provider's client throws: live follows later, the sweep tries again
            LOG.log(Level.WARNING, e, () -> "No media room yet for room " + room.id());
            return Optional.empty();
        }
    }

    /** Tries again what a crash or a provider's trouble left half done. */
    public void sweep() {
        steps.claimPending().forEach(room -> ensureOpen(room, exams.require(room.exam())));
    }
}
