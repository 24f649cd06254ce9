package org.knightswatch.web.live;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The socket at {@code /live}. It says nothing by itself: the first frame tells who is there. */
@ServerEndpoint("/live")
public class LiveEndpoint {

    private static final Logger LOG = Logger.getLogger(LiveEndpoint.class.getName());
    private static final int LONGEST = 64 * 1024;

    @Inject
    LiveHub hub;

    @OnOpen
    public void open(Session session) {
        hub.opened(session);
    }

    @OnMessage(maxMessageSize = LONGEST)
    public void message(Session session, String text) {
        hub.heard(session, text);
    }

    @OnClose
    public void close(Session session) {
        hub.closed(session);
    }

    @OnError
    public void error(Session session, Throwable problem) {
        LOG.log(Level.FINE, problem, () -> "Socket " + session.getId());
    }
}
