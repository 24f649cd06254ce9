package org.knightswatch.web.live;

import java.util.Set;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamId;
import org.knightswatch.identity.StaffView;
import org.knightswatch.room.RoomId;
import org.knightswatch.token.TokenClaims;

/** Who is at the other end of a socket, by our own data. */
sealed interface LiveParty {

    /** A candidate's page. */
    record Candidate(TokenClaims token, AttemptView attempt) implements LiveParty {}

    /** A page that has to be let in before it takes part. It hears when that is decided, and says nothing. */
    record Waiting(TokenClaims token) implements LiveParty {}

    /** One of the staff, with the rooms that they watch; none before they subscribed. */
    record Staff(StaffView person, ExamId exam, Set<RoomId> rooms) implements LiveParty {

        static Staff of(StaffView person) {
            return new Staff(person, null, Set.of());
        }

        boolean watches(RoomId room) {
            return rooms.contains(room);
        }
    }
}
