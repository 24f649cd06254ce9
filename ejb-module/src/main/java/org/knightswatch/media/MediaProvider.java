package org.knightswatch.media;

import java.util.List;

/**
 * What carries live media between candidates and proctors. Own types only: no provider's JSON leaves its package.
 *
 * <p>Calls may go over the network and are never made inside a transaction. Each may be repeated: opening the same room
 * twice gives one room, closing one that is gone is quiet.
 */
public interface MediaProvider {

    /** The name by which exams choose it, such as {@code direct}. */
    String id();

    Capabilities capabilities();

    /** Opens a room, or answers the one that was opened for the same key before. */
    MediaRoom open(RoomSpec spec);

    /** What one participant's browser needs to come in. It expires by itself. */
    JoinGrant grant(MediaRoom room, Participant participant);

    /** Puts a participant out; who is not there is no error. */
    void kick(MediaRoom room, Participant participant);

    void close(MediaRoom room);

    /** Reads what the provider called us with. Refuses what does not prove where it comes from. */
    List<MediaSignal> read(Callback callback);
}
