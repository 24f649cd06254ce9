package org.knightswatch.integration.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Somebody with an invitation, as their browser behaves. */
public final class Candidate {

    private final Api nobody;
    private final String invitation;
    private JsonNode joined;

    Candidate(Api nobody, String invitation) {
        this.nobody = nobody;
        this.invitation = invitation;
    }

    public String invitation() {
        return invitation;
    }

    public Answer open() {
        return nobody.post("/api/v1/invitations/open", Map.of("invitation", invitation));
    }

    public Answer resume() {
        return nobody.post("/api/v1/resume", Map.of("invitation", invitation));
    }

    /** Joins with a yes in the same call. */
    public Answer tryToJoin() {
        Map<String, Object> yes = Map.of("version", "1", "language", "en", "accepted", true);
        return nobody.post("/api/v1/join", Map.of("invitation", invitation, "consent", yes));
    }

    public Candidate join() {
        joined = tryToJoin().expect(200).json();
        return this;
    }

    public String attempt() {
        return joined.get("attemptId").asText();
    }

    public String token() {
        return joined.get("joinToken").asText();
    }

    /** All that the server said when this candidate joined. */
    public JsonNode joined() {
        return joined;
    }

    /** With the join token. */
    public Api api() {
        return nobody.bearer(token());
    }

    /** Below the own attempt. */
    public String path(String rest) {
        return "/api/v1/attempts/" + attempt() + rest;
    }
}
