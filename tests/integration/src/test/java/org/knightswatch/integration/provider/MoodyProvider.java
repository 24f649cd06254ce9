package org.knightswatch.integration.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.knightswatch.media.Callback;
import org.knightswatch.media.Capabilities;
import org.knightswatch.media.JoinGrant;
import org.knightswatch.media.MediaProvider;
import org.knightswatch.media.MediaRoom;
import org.knightswatch.media.MediaSignal;
import org.knightswatch.media.Participant;
import org.knightswatch.media.RoomSpec;

/** Opens rooms at once, late, or not at all, as a test wants it for its exam. */
@ApplicationScoped
public class MoodyProvider implements MediaProvider {

    public static final String ID = "moody";

    private static final long MOST_MINUTES = 2;

    private final Map<String, CountDownLatch> slow = new ConcurrentHashMap<>();
    private final Map<String, Boolean> broken = new ConcurrentHashMap<>();
    private final Map<UUID, MediaRoom> opened = new ConcurrentHashMap<>();

    /** Whoever opens a room of the exam from now on waits until this is counted down. */
    public CountDownLatch slowDown(String exam) {
        CountDownLatch until = new CountDownLatch(1);
        slow.put(exam, until);
        return until;
    }

    public void breakDown(String exam) {
        broken.put(exam, true);
    }

    public void recover(String exam) {
        broken.remove(exam);
    }

    public boolean has(UUID key) {
        return opened.containsKey(key);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, false, false, 4);
    }

    @Override
    public MediaRoom open(RoomSpec spec) {
        String exam = spec.name().replaceFirst(" room \\d+$", "");
        await(slow.getOrDefault(exam, new CountDownLatch(0)));
        if (broken.containsKey(exam)) {
            throw new IllegalStateException("503 from the provider, as the test wants it");
        }
        return opened.computeIfAbsent(spec.key(), key -> new MediaRoom(key, "moody-" + key));
    }

    @Override
    public JoinGrant grant(MediaRoom room, Participant participant) {
        Instant expiresAt = Instant.now().plus(participant.life());
        return new JoinGrant(ID, "https://live.example.org/" + room.reference(), "t", expiresAt, List.of(), false);
    }

    @Override
    public void kick(MediaRoom room, Participant participant) {
        // Nobody ever comes
    }

    @Override
    public void close(MediaRoom room) {
        opened.remove(room.key());
    }

    @Override
    public List<MediaSignal> read(Callback callback) {
        return List.of();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(MOST_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The test forgot its slow provider");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
