package org.knightswatch.benchmarks;

import java.io.Closeable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A candidate's live socket, greeted with the join token as their page does it, and beating. */
final class LiveLine implements Closeable, WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BEAT = "{\"v\":1,\"t\":\"beat\"}";
    private static final Answer NOTHING = new Answer(504, "no answer within a minute");

    private final BlockingQueue<String> frames = new ArrayBlockingQueue<>(64);
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    static LiveLine to(URI server, String token) {
        LiveLine line = new LiveLine();
        URI live = URI.create(server.toString().replaceFirst("http", "ws") + "/live");
        line.socket = HTTP.newWebSocketBuilder().buildAsync(live, line).join();
        line.say("{\"v\":1,\"t\":\"hello\",\"id\":1,\"token\":\"" + token + "\"}", "welcome");
        return line;
    }

    /** One beat and the server's own that answers it; callers of one socket take turns. */
    synchronized Answer beat() {
        return say(BEAT, "beat");
    }

    private Answer say(String frame, String answer) {
        socket.sendText(frame, true).join();
        String type = "\"t\":\"" + answer + "\"";
        try {
            for (String said = next(); said != null; said = next()) {
                if (said.contains(type)) {
                    return new Answer(200, said);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return NOTHING;
    }

    private String next() throws InterruptedException {
        return frames.poll(1, TimeUnit.MINUTES);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
