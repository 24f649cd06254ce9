package org.knightswatch.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.Presence;
import org.knightswatch.attempt.SightingKind;
import org.knightswatch.attempt.Sightings;
import org.knightswatch.attempt.ToldFacts;
import org.knightswatch.challenge.ChallengeService;
import org.knightswatch.challenge.Shown;
import org.knightswatch.conversation.ConversationService;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.live.LiveChannel;
import org.knightswatch.live.LiveFact;
import org.knightswatch.live.LiveFact.Audience;
import org.knightswatch.recording.Nonces;
import org.knightswatch.token.JoinTokens;
import org.knightswatch.token.Revocations;
import org.knightswatch.token.TokenClaims;
import org.knightswatch.token.TokenScope;
import org.knightswatch.wall.WatchService;

/** What a candidate's page says over the socket. It speaks of its own attempt only, whatever it writes. */
@ApplicationScoped
public class CandidateFrames {

    @Inject
    JoinTokens tokens;

    @Inject
    Revocations revocations;

    @Inject
    AttemptService attempts;

    @Inject
    Presence presence;

    @Inject
    Sightings sightings;

    @Inject
    ConversationService conversations;

    @Inject
    ToldFacts facts;

    @Inject
    WatchService watches;

    @Inject
    Nonces nonces;

    @Inject
    ChallengeService challenges;

    @Inject
    LiveChannel channel;

    @Inject
    LiveJson json;

    void enter(LiveConnection connection, String text, JsonObjectBuilder welcome, Collection<LiveConnection> others) {
        TokenClaims token = tokens.read(text);
        if (token.scope() == TokenScope.UPLOAD || revocations.includes(token)) {
            throw new ProctoringException(ProblemCode.TOKEN_REVOKED);
        }
        AttemptView attempt = attempts.require(token.attempt());
        if (attempt.isOver()) {
            throw new ProctoringException(ProblemCode.ATTEMPT_ENDED, attempt.state());
        }
        if (token.scope() == TokenScope.WAIT) {
            connection.greeted(new LiveParty.Waiting(token));
            connection.send(welcome.build());
            return;
        }
        if (!attempts.hold(attempt.id(), token.lease())) {
            throw new ProctoringException(ProblemCode.TOKEN_SUPERSEDED);
        }
        connection.greeted(new LiveParty.Candidate(token, attempt));
        presence.beat(attempt.exam(), attempt.id());
        sightings.note(attempt.id(), SightingKind.CONNECTED);
        JsonArrayBuilder messages = Frames.array();
        conversations.of(attempt.id()).forEach(message -> messages.add(json.of(message)));
        connection.send(welcome.add("attempt", json.of(attempt))
                .add("messages", messages)
                .add("handUp", attempt.handUpAt() != null)
                .add("nonce", nonces.now(attempt.id()))
                .build());
        supersede(connection, token);
        meetWatchers(connection, attempt.id());
    }

    /**
     * First says who all watch: whoever stopped while the page was away is known to it no other way. Then looks again,
     * for somebody may have come in between.
     */
    private void meetWatchers(LiveConnection connection, AttemptId id) {
        JsonArrayBuilder all = Frames.array();
        watches.open(id).forEach(watch -> all.add(watch.connection()));
        connection.send(Frames.frame("watchers").add("watchers", all).build());
        watches.open(id).forEach(watch -> connection.send(json.watch(watch.connection(), watch.grant())));
    }

    /** The newer page of an attempt takes over, on whatever node the older one is. */
    private void supersede(LiveConnection connection, TokenClaims token) {
        JsonObject payload = Frames.object()
                .add("by", connection.id())
                .add("lease", token.lease())
                .build();
        channel.publish(new LiveFact(Audience.ATTEMPT, token.attempt().toString(), "superseded", payload));
    }

    /** A sign of life; the answer brings what the next commit is witnessed by, and before it what is to be shown. */
    void beat(LiveConnection connection, LiveParty.Candidate candidate, JsonObjectBuilder answer) {
        AttemptId id = candidate.attempt().id();
        presence.beat(candidate.attempt().exam(), id);
        answer.add("nonce", nonces.now(id));
        challenges.soon(id).map(json::of).ifPresent(connection::send);
    }

    void left(LiveParty.Candidate candidate) {
        sightings.note(candidate.attempt().id(), SightingKind.DISCONNECTED);
    }

    /** Deals with a frame. Answers what the answer holds besides its id. */
    JsonObject heed(LiveConnection connection, LiveParty.Candidate candidate, JsonObject frame) {
        AttemptId id = candidate.attempt().id();
        switch (frame.getString("t")) {
            case "signal" -> signal(id, frame);
            case "say" -> {
                var message = conversations.sayAsCandidate(id, Frames.text(frame, "text"));
                return Frames.object().add("message", json.of(message)).build();
            }
            case "hand" -> attempts.raiseHand(id, Frames.flag(frame, "up"));
            case "read" -> conversations.read(id, messageId(frame), true);
            case "fact" -> note(id, frame);
            case "shown" -> shown(id, frame);
            default ->
                throw FieldProblem.of("t", ProblemCode.VALUE_UNKNOWN, frame.getString("t"), "a frame of version 1")
                        .asException();
        }
        return JsonObject.EMPTY_JSON_OBJECT;
    }

    /** Only to whoever watches this candidate. */
    private void signal(AttemptId id, JsonObject frame) {
        String to = Frames.text(frame, "to");
        if (!watches.isOpen(id, to)) {
            throw new ProctoringException(ProblemCode.WATCH_REFUSED, "nobody watches from there");
        }
        JsonObject payload = Frames.object()
                .add("from", id.toString())
                .add("data", Frames.object(frame, "data"))
                .build();
        channel.publish(new LiveFact(Audience.CONNECTION, to, "signal", payload));
    }

    private void note(AttemptId id, JsonObject frame) {
        String kind = Frames.text(frame, "kind");
        SightingKind seen = Arrays.stream(SightingKind.values())
                .filter(known -> known.isTold() && known.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> FieldProblem.of("kind", ProblemCode.VALUE_UNKNOWN, kind, "a kind of fact")
                        .asException());
        Optional<Track> track = Frames.optional(frame, "track").map(Track::fromString);
        facts.told(
                id, seen, track.orElse(null), Frames.optional(frame, "detail").orElse(null));
    }

    private void shown(AttemptId id, JsonObject frame) {
        Shown shown =
                new Shown(Frames.moment(frame, "shownAt"), Frames.flag(frame, "tone"), Frames.flag(frame, "colour"));
        challenges.shown(id, Frames.moment(frame, "at"), shown);
    }

    private static UUID messageId(JsonObject frame) {
        try {
            return UUID.fromString(Frames.text(frame, "message"));
        } catch (IllegalArgumentException e) {
            throw new ProctoringException(ProblemCode.MESSAGE_UNKNOWN, e);
        }
    }
}
