package org.knightswatch.web.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.time.Instant;
import java.util.List;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.challenge.Challenge;
import org.knightswatch.conversation.MessageView;
import org.knightswatch.exam.ExamService;
import org.knightswatch.media.JoinGrant;
import org.knightswatch.wall.TileView;
import org.knightswatch.web.problem.Json;

/** Records as they stand in frames: the same JSON as at the API. */
@ApplicationScoped
public class LiveJson {

    @Inject
    Json json;

    @Inject
    ExamService exams;

    JsonObject of(AttemptView attempt) {
        return object(new Clock(
                attempt.id().toString(),
                attempt.state().name(),
                attempt.pauses().stream()
                        .map(pause -> new Stillness(pause.fromAt(), pause.toAt()))
                        .toList(),
                attempt.extraSeconds(),
                attempt.endsAt(exams.require(attempt.exam()).endsAt())));
    }

    JsonObject of(MessageView message) {
        return object(message);
    }

    JsonObject of(TileView tile) {
        return object(tile);
    }

    /** A frame that tells a page what to show, and when. */
    JsonObject of(Challenge challenge) {
        return Frames.frame("challenge")
                .add("at", challenge.at().toString())
                .add("hertz", challenge.tone().hertz())
                .add("colour", challenge.colour().code())
                .build();
    }

    JsonArray of(List<JoinGrant.IceServer> servers) {
        try (JsonReader reader = reader(servers)) {
            return reader.readArray();
        }
    }

    JsonObject watch(String watcher, JoinGrant grant) {
        return Frames.frame("watch")
                .add("watcher", watcher)
                .add("iceServers", of(grant.iceServers()))
                .add("relayOnly", grant.relayOnly())
                .build();
    }

    private JsonObject object(Object value) {
        try (JsonReader reader = reader(value)) {
            return reader.readObject();
        }
    }

    private JsonReader reader(Object value) {
        try {
            return Frames.reader(json.mapper().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a candidate's page needs to show its clock. */
    record Clock(String attemptId, String state, List<Stillness> pauses, int extraSeconds, Instant endsAt) {}

    /** A pause; without an end it lasts. */
    record Stillness(Instant from, Instant to) {}
}
