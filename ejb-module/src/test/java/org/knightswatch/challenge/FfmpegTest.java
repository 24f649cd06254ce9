package org.knightswatch.challenge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the program makes of real bytes. */
class FfmpegTest {

    private static final Executor THREADS = task -> new Thread(task).start();
    private static final int FROM = 6;
    private static final int TO = 13;

    private final Ffmpeg ffmpeg = new Ffmpeg("ffmpeg", Duration.ofMinutes(2), THREADS);

    @BeforeEach
    void requireIt() {
        assertThat(ffmpeg.works())
                .as("ffmpeg is there (apt-get install ffmpeg)")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesTheToneInASound(boolean mp4) throws IOException {
        byte[] media = encoded(mp4, Tone.D, Colour.TEAL);

        short[] sound = ffmpeg.sound(mp4, media);

        assertThat(sound.length).isBetween(13 * ToneSearch.RATE, 15 * ToneSearch.RATE);
        for (Tone tone : Tone.values()) {
            assertThat(new ToneSearch(sound).hears(tone, FROM * ToneSearch.RATE, TO * ToneSearch.RATE))
                    .isEqualTo(tone == Tone.D);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesTheBarInAPicture(boolean mp4) throws IOException {
        for (Colour colour : List.of(Colour.ROSE, Colour.GREEN)) {
            ColourSearch pictures = new ColourSearch(ffmpeg.pictures(mp4, encoded(mp4, Tone.A, colour)));

            assertThat(pictures.count()).isBetween(26, 30);
            for (Colour other : Colour.values()) {
                assertThat(pictures.sees(other, FROM * ColourSearch.RATE, TO * ColourSearch.RATE))
                        .isEqualTo(other == colour);
            }
        }
    }

    @Test
    void givesNothingOfBytesThatAreNoMedia() throws IOException {
        assertThat(ffmpeg.sound(true, new byte[100_000])).isEmpty();
        assertThat(ffmpeg.pictures(false, "concat:/etc/passwd".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    @Test
    void isEndedWhenItTakesTooLong() {
        Ffmpeg hasty = new Ffmpeg("ffmpeg", Duration.ZERO, THREADS);

        assertThatThrownBy(() -> hasty.sound(true, new byte[10])).hasMessageContaining("took longer");
    }

    @Test
    void isMissedWhereItIsNot() {
        assertThat(new Ffmpeg("no-such-program", Duration.ofSeconds(5), THREADS).works())
                .isFalse();
    }

    private byte[] encoded(boolean mp4, Tone tone, Colour colour) throws IOException {
        return Sample.of(mp4, tone, colour);
    }
}
