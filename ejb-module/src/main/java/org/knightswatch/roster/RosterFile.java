package org.knightswatch.roster;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

/**
 * A roster file on our own disk. All of it is looked at before a row is taken, so that a photo, or half a file, changes
 * nothing: it must be UTF-8 text under the header we know.
 */
final class RosterFile implements Closeable {

    static final String HEADER = "candidate_id,name,email,group";
    private static final int LONGEST_LINE = 8_000;
    private static final long MOST_DRAINED = 1L << 30;

    private final Path path;
    private int rows;

    private RosterFile(Path path) {
        this.path = path;
    }

    static RosterFile receive(InputStream in, int megabytes) {
        try {
            RosterFile file = new RosterFile(Files.createTempFile("roster-", ".csv"));
            try {
                file.fill(in, megabytes);
                file.check();
                return file;
            } catch (RuntimeException | IOException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows under the header, blank ones too. */
    int rows() {
        return rows;
    }

    /** Stands behind the header. */
    BufferedReader open() {
        try {
            BufferedReader reader = reader();
            reader.readLine();
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(InputStream in, int megabytes) throws IOException {
        long left = megabytes * 1_000_000L;
        LineGuard guard = new LineGuard();
        try (OutputStream out = Files.newOutputStream(path)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0 || !guard.passes(buffer, read)) {
                    drain(in, buffer);
                    throw left < 0
                            ? new ProctoringException(ProblemCode.ROSTER_TOO_LARGE, megabytes)
                            : new ProctoringException(ProblemCode.ROSTER_NOT_TEXT, guard.line);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** Whoever is still sending would see a broken connection instead of our answer. */
    private static void drain(InputStream in, byte[] buffer) throws IOException {
        long drained = 0;
        for (int read = in.read(buffer); read >= 0 && drained < MOST_DRAINED; read = in.read(buffer)) {
            drained += read;
        }
    }

    private void check() throws IOException {
        int line = 0;
        try (BufferedReader reader = reader()) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (line == 1 && !isHeader(text)) {
                    throw new ProctoringException(ProblemCode.ROSTER_HEADER_WRONG, HEADER);
                }
            }
        } catch (CharacterCodingException e) {
            throw new ProctoringException(ProblemCode.ROSTER_NOT_TEXT, e, line + 1);
        }
        if (line == 0) {
            throw new ProctoringException(ProblemCode.ROSTER_EMPTY, HEADER);
        }
        rows = line - 1;
    }

    private static boolean isHeader(String text) {
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return bare.replace("\"", "").replace(" ", "").equals(HEADER);
    }

    private BufferedReader reader() throws IOException {
        return new BufferedReader(new InputStreamReader(
                Files.newInputStream(path),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** Sees at once that something is no list of people: text has no zero bytes and its lines end. */
    private static final class LineGuard {

        private int line = 1;
        private int length;

        boolean passes(byte[] bytes, int count) {
            for (int i = 0; i < count; i++) {
                length++;
                if (bytes[i] == 0 || length > LONGEST_LINE) {
                    return false;
                }
                if (bytes[i] == '\n') {
                    line++;
                    length = 0;
                }
            }
            return true;
        }
    }
}
