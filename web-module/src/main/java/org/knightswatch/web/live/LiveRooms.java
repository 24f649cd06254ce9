package org.knightswatch.web.live;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.ExamView;
import org.knightswatch.room.RoomId;
import org.knightswatch.room.RoomService;
import org.knightswatch.room.RoomView;
import org.knightswatch.wall.WallService;

/** Which rooms a wall hears of: those that its proctor watches now, by our data and whatever the wall believes. */
@ApplicationScoped
public class LiveRooms {

    @Resource
    ManagedExecutorService executor;

    @Inject
    WallService wall;

    @Inject
    RoomService rooms;

    private final Gathering<LiveConnection> moved = new Gathering<>(this::outside, this::renew);

    /** A wall begins. Refuses whoever is not on duty. */
    void subscribe(LiveConnection connection, LiveParty.Staff party, ExamView exam) {
        seat(
                connection,
                party,
                exam.id(),
                wall.watchedRooms(exam, party.person().id()));
    }

    /** Somebody may watch other rooms than before: their walls hear of no others, and look anew. */
    void moved(Collection<LiveConnection> connections) {
        connections.forEach(moved::add);
    }

    /** Whoever tells us may be in a transaction that has just ended: in its thread nothing can be looked up. */
    private void outside(Runnable task) {
        executor.execute(task);
    }

    private void renew(Set<LiveConnection> connections) {
        for (LiveConnection connection : connections) {
            if (connection.party() instanceof LiveParty.Staff party && party.exam() != null) {
                ExamId exam = party.exam();
                seat(
                        connection,
                        party,
                        exam,
                        rooms.watchedBy(exam, party.person().id()));
            }
            connection.send(Frames.frame("resync").build());
        }
    }

    private static void seat(LiveConnection connection, LiveParty.Staff party, ExamId exam, List<RoomView> watched) {
        Set<RoomId> ids = watched.stream().map(RoomView::id).collect(Collectors.toSet());
        connection.greeted(new LiveParty.Staff(party.person(), exam, ids));
    }
}
