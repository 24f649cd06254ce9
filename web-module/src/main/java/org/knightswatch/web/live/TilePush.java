package org.knightswatch.web.live;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.room.RoomId;
import org.knightswatch.wall.TileView;
import org.knightswatch.wall.WallService;

/**
 * Sends changed tiles to the walls of this node, some times a second: rooms that upload change more often than anybody
 * looks. Each tile says at what moment it was true, so that a wall never puts an older one over a newer.
 */
@ApplicationScoped
public class TilePush {

    private static final int PAUSE_MILLIS = 300;

    @Resource
    ManagedExecutorService executor;

    @Inject
    LiveHub hub;

    @Inject
    WallService wall;

    @Inject
    LiveJson json;

    @Inject
    ServerClock clock;

    private final Gathering<AttemptId> changed = new Gathering<>(this::later, this::push);

    void changed(AttemptId attempt) {
        changed.add(attempt);
    }

    private void later(Runnable task) {
        CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, executor)
                .execute(task);
    }

    private void push(Set<AttemptId> attempts) {
        Instant now = clock.instant();
        wall.tilesOf(attempts).forEach((room, tiles) -> send(room, tiles, now));
    }

    private void send(RoomId room, List<TileView> tiles, Instant at) {
        List<LiveConnection> watching = hub.watching(room);
        for (TileView tile : tiles) {
            JsonObject frame = Frames.frame("tile")
                    .add("at", at.toString())
                    .add("tile", json.of(tile))
                    .build();
            watching.forEach(connection -> connection.send(frame));
        }
    }
}
