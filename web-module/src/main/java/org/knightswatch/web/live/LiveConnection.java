package org.knightswatch.web.live;

import jakarta.json.JsonObject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.attempt.AttemptId;

/**
 * One socket and whoever is at its other end. What is to be sent waits in a bounded queue; who can't follow loses it and
 * is told to look anew.
 */
final class LiveConnection {

    private static final Logger LOG = Logger.getLogger(LiveConnection.class.getName());
    private static final int MOST_WAITING = 256;

    private final String id = UUID.randomUUID().toString();
    private final Session session;
    private final Instant openedAt;
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean sending;
    private volatile Instant heardAt;
    private volatile LiveParty party;

    LiveConnection(Session session, Instant now) {
        this.session = session;
        this.openedAt = now;
        this.heardAt = now;
    }

    String id() {
        return id;
    }

    /** Who it is; null until they said hello. */
    LiveParty party() {
        return party;
    }

    void greeted(LiveParty who) {
        party = who;
    }

    /** Whether a candidate's page of this attempt is at the other end. */
    boolean isOf(AttemptId attempt) {
        return party instanceof LiveParty.Candidate candidate
                && candidate.attempt().id().equals(attempt);
    }

    /** Whether a page that waits to take over this attempt is at the other end. */
    boolean waitsFor(AttemptId attempt) {
        return party instanceof LiveParty.Waiting waiting
                && waiting.token().attempt().equals(attempt);
    }

    void heard(Instant now) {
        heardAt = now;
    }

    Instant heardAt() {
        return heardAt;
    }

    Instant openedAt() {
        return openedAt;
    }

    synchronized void send(JsonObject frame) {
        if (waiting.size() >= MOST_WAITING) {
            waiting.clear();
            waiting.add(Frames.frame("resync").build().toString());
        } else {
            waiting.add(frame.toString());
        }
        sendNext();
    }

    void close(CloseReason.CloseCode code, String why) {
        try {
            session.close(new CloseReason(code, why));
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.FINE, "The socket was closed already", e);
        }
    }

    private void sendNext() {
        String next = sending ? null : waiting.poll();
        if (next != null && session.isOpen()) {
            sending = true;
            session.getAsyncRemote().sendText(next, this::sent);
        }
    }

    private synchronized void sent(SendResult result) {
        sending = false;
        if (result.isOK()) {
            sendNext();
        } else {
            waiting.clear();
        }
    }
}
