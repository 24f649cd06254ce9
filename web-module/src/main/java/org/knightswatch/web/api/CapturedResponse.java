package org.knightswatch.web.api;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.knightswatch.kernel.IdempotentAnswers.Answer;

/** A response whose body is held back until it was kept. */
final class CapturedResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ServletOutputStream out = new Capture();
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));

    CapturedResponse(HttpServletResponse response) {
        super(response);
    }

    Answer answer() {
        writer.flush();
        return new Answer(getStatus(), getHeader("Location"), body.toString(StandardCharsets.UTF_8));
    }

    void send() throws IOException {
        writer.flush();
        getResponse().setContentLength(body.size());
        getResponse().getOutputStream().write(body.toByteArray());
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return out;
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public void flushBuffer() {
        // Nothing leaves before it was kept
    }

    @Override
    public void setContentLength(int length) {
        // Known when it is sent
    }

    @Override
    public void setContentLengthLong(long length) {
        // Known when it is sent
    }

    /** Writes into memory. */
    private final class Capture extends ServletOutputStream {

        @Override
        public void write(int b) {
            body.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            body.write(bytes, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("This response is written while one waits");
        }
    }
}
