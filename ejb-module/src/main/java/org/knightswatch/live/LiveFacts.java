package org.knightswatch.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.knightswatch.attempt.AttemptChanged;
import org.knightswatch.attempt.AttemptEnded;
import org.knightswatch.attempt.AttemptPlace;
import org.knightswatch.attempt.AttemptStarted;
import org.knightswatch.attempt.TakeoverChanged;
import org.knightswatch.attempt.TokensRevoked;
import org.knightswatch.conversation.MessageSent;
import org.knightswatch.conversation.MessageView;
import org.knightswatch.incident.FlagRaised;
import org.knightswatch.incident.FlagView;
import org.knightswatch.live.LiveFact.Audience;
import org.knightswatch.recording.RecordingJudged;
import org.knightswatch.recording.SegmentsHeld;
import org.knightswatch.recording.StoreReach;
import org.knightswatch.room.ProctorsReseated;
import org.knightswatch.wall.WatchEnded;

/** Turns what was committed into facts for those who are connected. Nothing is told of what was rolled back. */
@ApplicationScoped
public class LiveFacts {

    @Inject
    LiveChannel channel;

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) AttemptStarted event) {
        tile(event.place());
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) AttemptChanged event) {
        channel.publish(LiveFact.of(Audience.ATTEMPT, event.place().attempt(), "attempt"));
        tile(event.place());
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) AttemptEnded event) {
        channel.publish(LiveFact.of(Audience.ATTEMPT, event.place().attempt(), "attempt"));
        tile(event.place());
    }

    /** Who waits asks anew how it stands. */
    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) TakeoverChanged event) {
        channel.publish(LiveFact.of(Audience.WAITING, event.place().attempt(), "decided"));
        tile(event.place());
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) TokensRevoked event) {
        channel.publish(LiveFact.of(Audience.ATTEMPT, event.place().attempt(), "revoked"));
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) FlagRaised event) {
        AttemptPlace place = event.place();
        JsonObject flag = LiveFact.json()
                .add("attempt", place.attempt().toString())
                .add("flag", json(event.flag()))
                .build();
        channel.publish(new LiveFact(Audience.ROOM, place.room().toString(), "flag", flag));
        tile(place);
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProctorsReseated event) {
        channel.publish(LiveFact.of(Audience.EXAM, event.exam(), "resync"));
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageSent event) {
        AttemptPlace place = event.place();
        JsonObject message = LiveFact.json()
                .add("attempt", place.attempt().toString())
                .add("message", json(event.message()))
                .build();
        channel.publish(new LiveFact(Audience.ATTEMPT, place.attempt().toString(), "message", message));
        channel.publish(new LiveFact(Audience.ROOM, place.room().toString(), "message", message));
        tile(place);
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) SegmentsHeld event) {
        tile(event.place());
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecordingJudged event) {
        tile(event.place());
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) StoreReach event) {
        JsonObjectBuilder reach = LiveFact.json();
        if (event.awaySince() != null) {
            reach.add("awaySince", event.awaySince().toString());
        }
        channel.publish(new LiveFact(Audience.STAFF, "store", "store", reach.build()));
    }

    /** Both ends are told: the candidate's page closes the connection, the wall says why. */
    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) WatchEnded event) {
        JsonObject watcher = LiveFact.json().add("watcher", event.connection()).build();
        channel.publish(new LiveFact(Audience.ATTEMPT, event.attempt().toString(), "unwatch", watcher));
        if (event.why() != null) {
            JsonObject why = LiveFact.json()
                    .add("attempt", event.attempt().toString())
                    .add("code", event.why().name())
                    .build();
            channel.publish(new LiveFact(Audience.CONNECTION, event.connection(), "unwatched", why));
        }
    }

    private void tile(AttemptPlace place) {
        JsonObject payload =
                LiveFact.json().add("attempt", place.attempt().toString()).build();
        channel.publish(new LiveFact(Audience.ROOM, place.room().toString(), "tile", payload));
    }

    private static JsonObject json(FlagView flag) {
        JsonObjectBuilder json = LiveFact.json()
                .add("id", flag.id().toString())
                .add("at", flag.at().toString())
                .add("severity", flag.severity())
                .add("reason", flag.reason())
                .add("by", flag.by());
        if (flag.detail() != null) {
            json.add("detail", flag.detail());
        }
        return json.build();
    }

    private static JsonObject json(MessageView message) {
        JsonObjectBuilder json = LiveFact.json()
                .add("id", message.id().toString())
                .add("from", message.from())
                .add("text", message.text())
                .add("at", message.at().toString());
        if (message.name() != null) {
            json.add("name", message.name());
        }
        if (message.readAt() != null) {
            json.add("readAt", message.readAt().toString());
        }
        return json.build();
    }
}
