package org.knightswatch.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a server that breaks in the middle of an answer; every question arrives. */
final class LossyLine implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final URI server;
    private final AtomicInteger breaks = new AtomicInteger();
    private volatile int bytesOfAnswer;

    LossyLine(URI server) throws IOException {
        this.server = server;
        threads.execute(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
    }

    /** The next connections pass so many bytes of what the server says, and then end. */
    void breakNext(int connections, int bytesOfAnswer) {
        this.bytesOfAnswer = bytesOfAnswer;
        breaks.set(connections);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                threads.execute(() -> connect(client));
            }
        } catch (IOException e) {
            // closed: no more connections
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket far = new Socket(server.getHost(), server.getPort())) {
            threads.execute(() -> ask(client, far));
            InputStream answer = far.getInputStream();
            byte[] begun = answer.readNBytes(1);
            boolean broken = breaks.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!broken || bytesOfAnswer > 0) {
                client.getOutputStream().write(begun);
            }
            if (broken) {
                client.getOutputStream().write(answer.readNBytes(bytesOfAnswer));
            } else {
                answer.transferTo(client.getOutputStream());
            }
        } catch (IOException e) {
            // an end of the line is gone, and so is the line
        }
    }

    private static void ask(Socket client, Socket far) {
        try {
            client.getInputStream().transferTo(far.getOutputStream());
        } catch (IOException e) {
            // an end of the line is gone, and so is the line
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        threads.shutdownNow();
    }
}
