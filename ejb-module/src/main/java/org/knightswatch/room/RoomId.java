package org.knightswatch.room;

import java.util.UUID;
import org.knightswatch.kernel.Ids;
import org.knightswatch.kernel.ProblemCode;

/** The id of a room. */
public record RoomId(UUID value) {

    public static RoomId fromString(String text) {
        return new RoomId(Ids.parse(text, ProblemCode.ROOM_UNKNOWN));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
