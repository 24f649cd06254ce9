package org.knightswatch.media;

import java.time.Instant;
import java.util.List;

/**
 * What a browser needs to take part in a room's live media.
 *
 * @param provider which client the browser takes
 * @param address where the client connects
 * @param token the provider's own, null when it needs none
 * @param iceServers in the form of RTCPeerConnection's {@code iceServers}
 * @param relayOnly media goes through the relays only, so that peers do not learn each other's address
 */
public record JoinGrant(
        String provider,
        String address,
        String token,
        Instant expiresAt,
        List<IceServer> iceServers,
        boolean relayOnly) {

    /** One STUN or TURN server; user name and credential are null for STUN. */
    public record IceServer(List<String> urls, String username, String credential) {}
}
