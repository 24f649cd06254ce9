package org.knightswatch.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.knightswatch.archive.MediaReader.Span;

/** What real browsers recorded: the fixtures of the browser side's own tests. */
enum Recorded {
    CHROMIUM_MP4("chromium-mp4-500.mp4"),
    CHROMIUM_WEBM("chromium-webm-1000.webm"),
    CHROMIUM_WEBM_PLAIN("chromium-webm-plain.webm"),
    FIREFOX_WEBM("firefox-webm-plain.webm");

    private static final Path FIXTURES = Path.of("../web-module/src/main/frontend/test/fixtures");

    private final String file;

    Recorded(String file) {
        this.file = file;
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(FIXTURES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MediaReader reader() {
        return MediaReader.of(file.endsWith("mp4") ? "video/mp4;codecs=avc1,opus" : "video/webm;codecs=vp8,opus");
    }

    MediaReader read() {
        return read(reader(), bytes());
    }

    static MediaReader read(MediaReader reader, byte[] bytes) {
        reader.feed(bytes, bytes.length);
        return reader;
    }

    /** Feeds the bytes in parts of any length, the same ones for the same seed. */
    MediaReader readInParts(long seed) {
        MediaReader reader = reader();
        byte[] bytes = bytes();
        Random random = new Random(seed);
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(seed % 2 == 0 ? 7 : 5_000));
            reader.feed(Arrays.copyOfRange(bytes, from, to), to - from);
            from = to;
        }
        return reader;
    }

    static long length(Span span) {
        return span.toMillis() - span.fromMillis();
    }
}
