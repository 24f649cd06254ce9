package org.knightswatch.copy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knightswatch.archive.MediaKind;
import org.knightswatch.archive.MemoryStore;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.ArchivedTake;
import org.knightswatch.store.ObjectKey;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read of a file that somebody brought. */
class FileCopyTest {

    private static final Path FIXTURES = Path.of("../web-module/src/main/frontend/test/fixtures");
    private static final ObjectKey KEY = ObjectKey.of("archive/copy-janus-1.mp4");

    private final MemoryStore store = new MemoryStore();

    @ParameterizedTest
    @CsvSource({"chromium-mp4-500.mp4, MP4", "chromium-webm-plain.webm, WEBM", "firefox-webm-plain.webm, WEBM"})
    void keepsAndMeasuresWhatBrowsersWrite(String file, MediaKind kind) throws IOException {
        byte[] bytes = Files.readAllBytes(FIXTURES.resolve(file));

        assertThat(MediaKind.of(bytes)).contains(kind);
        try (FileCopy copy = copied(kind, bytes)) {
            assertThat(copy.millis()).isBetween(1_000L, 60_000L);
            assertThat(copy.finish("name")).isEqualTo(new ArchivedTake("name", bytes.length, Sha256.digest(bytes)));
        }
        assertThat(store.look(KEY)).isPresent();
    }

    @Test
    void leavesNothingOfWhatIsNoMedia() throws IOException {
        byte[] bytes = "....ftyp and nothing of a film".getBytes(StandardCharsets.US_ASCII);

        try (FileCopy copy = copied(MediaKind.MP4, bytes)) {
            assertThat(copy.millis()).isZero();
        }
        assertThat(store.look(KEY)).isEmpty();
    }

    @Test
    void tellsAFileByItsFirstBytes() {
        assertThat(MediaKind.of("#EXTM3U\n".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(MediaKind.of(new byte[3])).isEmpty();
    }

    private FileCopy copied(MediaKind kind, byte[] bytes) {
        FileCopy copy = new FileCopy(kind.reader(), store.write(KEY, kind.mediaType()));
        for (int from = 0; from < bytes.length; from += 1_000) {
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 1_000));
            copy.add(piece, piece.length);
        }
        return copy;
    }
}
