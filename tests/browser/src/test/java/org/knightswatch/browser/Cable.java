package org.knightswatch.browser;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The line between one browser and everything else: a SOCKS 5 proxy (RFC 1928) that can be cut. While it is, what is open
 * hangs without a word, as on a lost network, and what is new hangs as well; when it is mended, all of that breaks.
 */
final class Cable implements AutoCloseable {

    private static final int CONNECT = 1;
    private static final int BY_NAME = 3;
    private static final byte[] NO_PASSWORD = {5, 0};
    private static final byte[] CONNECTED = {5, 0, 0, 1, 0, 0, 0, 0, 0, 0};

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private boolean cut;

    Cable() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(this::accept);
    }

    /** As Chromium wants it said. */
    String proxy() {
        return "socks5://127.0.0.1:" + door.getLocalPort();
    }

    synchronized void cut() {
        cut = true;
    }

    synchronized void mend() {
        open.forEach(Cable::hangUp);
        open.clear();
        cut = false;
        notifyAll();
    }

    @Override
    public void close() {
        mend();
        hangUp(door);
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket browser = door.accept();
            open.add(browser);
            run(() -> join(browser));
        }
    }

    private void join(Socket browser) throws IOException {
        awaitWhole();
        DataInputStream asked = new DataInputStream(browser.getInputStream());
        asked.readByte();
        asked.skipNBytes(asked.readByte());
        browser.getOutputStream().write(NO_PASSWORD);
        Socket server = new Socket();
        open.add(server);
        server.connect(wanted(asked));
        browser.getOutputStream().write(CONNECTED);
        run(() -> pass(server, browser));
        pass(browser, server);
    }

    private static InetSocketAddress wanted(DataInputStream asked) throws IOException {
        asked.readByte();
        if (asked.readByte() != CONNECT) {
            throw new IOException("Nothing but connections go through");
        }
        asked.readByte();
        InetAddress address = asked.readByte() == BY_NAME
                ? InetAddress.getByName(
                        new String(asked.readNBytes(asked.readUnsignedByte()), StandardCharsets.US_ASCII))
                : InetAddress.getByAddress(asked.readNBytes(4));
        return new InetSocketAddress(address, asked.readUnsignedShort());
    }

    private void pass(Socket from, Socket to) throws IOException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[16_384];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                awaitWhole();
                out.write(buffer, 0, count);
            }
            awaitWhole();
        }
    }

    /** A cut line says nothing to either end. */
    private synchronized void awaitWhole() throws InterruptedIOException {
        try {
            while (cut) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static void run(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        // An end hung up, which is how connections end
                    }
                },
                "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private static void hangUp(Closeable what) {
        try {
            what.close();
        } catch (IOException e) {
            // Gone already
        }
    }

    /** What a thread of the cable does. */
    private interface Task {
        void run() throws IOException;
    }
}
