package org.knightswatch.media.direct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.media.Callback;
import org.knightswatch.media.Capabilities;
import org.knightswatch.media.JoinGrant;
import org.knightswatch.media.MediaProvider;
import org.knightswatch.media.MediaRoom;
import org.knightswatch.media.MediaSignal;
import org.knightswatch.media.Participant;
import org.knightswatch.media.RoomSpec;

/**
 * Peer to peer: one connection a watching proctor, each encoded by the candidate's browser, so that watchers are few. A
 * room is only a name here; who may speak to whom is decided by our own socket.
 */
@ApplicationScoped
public class DirectProvider implements MediaProvider {

    @Inject
    DirectSettings settings;

    @Inject
    ServerClock clock;

    @Override
    public String id() {
        return "direct";
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, false, false, settings.watchers());
    }

    @Override
    public MediaRoom open(RoomSpec spec) {
        return new MediaRoom(spec.key(), spec.key().toString());
    }

    @Override
    public JoinGrant grant(MediaRoom room, Participant participant) {
        Instant expiresAt = clock.instant().plus(participant.life());
        return new JoinGrant(
                id(), "/live", null, expiresAt, settings.iceServers(participant.id(), expiresAt), settings.relayOnly());
    }

    @Override
    public void kick(MediaRoom room, Participant participant) {
        // Our socket closes when the join token is revoked, and the connections with it
    }

    @Override
    public void close(MediaRoom room) {
        // Nothing is held anywhere else
    }

    @Override
    public List<MediaSignal> read(Callback callback) {
        throw new ProctoringException(ProblemCode.CALLBACK_REFUSED, id());
    }
}
