package org.knightswatch.integration.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Somebody with an invitation, as their browser behaves. */
public final class Candidate {

    private final Api nobody;
    private final String invitation;
    private final String browser;
    private JsonNode joined;

    Candidate(Api nobody, String invitation) {
        this(nobody, invitation, null);
    }

    private Candidate(Api nobody, String invitation, String browser) {
        this.nobody = nobody;
        this.invitation = invitation;
        this.browser = browser;
    }

    /** The same person in a browser with this mark. */
    public Candidate in(String mark) {
        return new Candidate(nobody, invitation, mark);
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

    /** For the uploads of one attempt. */
    public Answer resume(int attempt) {
        return nobody.post("/api/v1/resume", Map.of("invitation", invitation, "attempt", attempt));
    }

    /** Joins with a yes in the same call. */
    public Answer tryToJoin() {
        return tryToJoin(null);
    }

    /** The same as a page that means one attempt and no other. */
    public Answer tryToJoin(Integer attempt) {
        Map<String, Object> yes = Map.of("version", "1", "language", "en", "accepted", true);
        Map<String, Object> wish = new HashMap<>(Map.of("invitation", invitation, "consent", yes));
        if (browser != null) {
            wish.put("browser", browser);
        }
        if (attempt != null) {
            wish.put("attempt", attempt);
        }
        return nobody.post("/api/v1/join", wish);
    }

    /** Hands the exam in. */
    public Candidate finish() {
        api().post(path("/finish")).expect(200);
        return this;
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
