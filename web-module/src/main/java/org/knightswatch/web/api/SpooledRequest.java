package org.knightswatch.web.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.Sha256;

/** A request whose body lies on our disk: it must be known whole before anything is done with it. */
final class SpooledRequest extends HttpServletRequestWrapper implements AutoCloseable {

    private static final long LARGEST = 1L << 30;

    private final Path body;
    private final Sha256 digest;

    private SpooledRequest(HttpServletRequest request, Path body, Sha256 digest) {
        super(request);
        this.body = body;
        this.digest = digest;
    }

    static SpooledRequest of(HttpServletRequest request) throws IOException {
        Path body = Files.createTempFile("request-", ".body");
        MessageDigest digest = Sha256.newDigest();
        digest.update(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(body), digest)) {
            long left = LARGEST;
            byte[] buffer = new byte[64 * 1024];
            InputStream in = request.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    Files.delete(body);
                    throw new ProctoringException(ProblemCode.BODY_TOO_LARGE, LARGEST);
                }
                out.write(buffer, 0, read);
            }
        }
        return new SpooledRequest(request, body, Sha256.ofDigest(digest.digest()));
    }

    /** Of the address and the body. */
    Sha256 digest() {
        return digest;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Replay(Files.newInputStream(body));
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(body);
    }

    /** The body once more. */
    private static final class Replay extends ServletInputStream {

        private final InputStream in;
        private boolean finished;

        Replay(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            finished = read < 0;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            finished = read < 0;
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("This body is read while one waits");
        }
    }
}
