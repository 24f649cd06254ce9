package org.knightswatch.benchmarks;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One caller's connection, kept alive. HTTP/1.1 by hand, with as little work as can be: on one machine, every cycle of
 * the client is one that the server lacks.
 */
final class Line implements Closeable {

    private static final int MILLIS_TO_ANSWER = 60_000;

    /** The server hangs up on those who say nothing for a minute. */
    private static final long NANOS_TO_KEEP = 20_000_000_000L;

    private final URI server;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private long usedAt;

    private Line(URI server) throws IOException {
        this.server = server;
        open();
    }

    static Line to(URI server) {
        try {
            return new Line(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(MILLIS_TO_ANSWER);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        usedAt = System.nanoTime();
    }

    /** Posts JSON; {@code bearer} is empty when the call needs none. */
    Answer post(String path, String bearer, String json) {
        return send("POST", path, bearer, json);
    }

    Answer send(String method, String path, String bearer, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + (bearer.isEmpty() ? "" : "\r\nAuthorization: Bearer " + bearer)
                + (body.length == 0 ? "" : "\r\nContent-Type: application/json")
                + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] request = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
        System.arraycopy(body, 0, request, head.length(), body.length);
        try {
            if (System.nanoTime() - usedAt > NANOS_TO_KEEP) {
                socket.close();
                open();
            }
            usedAt = System.nanoTime();
            out.write(request);
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(readLine().substring(9, 12));
        int length = status == 204 ? 0 : -1;
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).trim());
            }
        }
        return new Answer(status, length < 0 ? readChunks() : readText(length));
    }

    private String readChunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = chunk(); size > 0; size = chunk()) {
            body.append(readText(size));
            readLine();
        }
        readLine();
        return body.toString();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(readLine(), 16);
    }

    private String readText(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
