package org.knightswatch.archive;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knightswatch.archive.MediaReader.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What holds for every kind of media. The fixtures last seven seconds. */
class MediaReaderTest {

    @ParameterizedTest
    @EnumSource
    void tellsHowLongARecordingIs(Recorded recorded) {
        MediaReader reader = recorded.read();

        assertThat(reader.isReadable()).isTrue();
        assertThat(reader.covered().fromMillis()).isCloseTo(0, within(50L));
        assertThat(Recorded.length(reader.covered())).isCloseTo(7_000, within(100L));
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheSameHoweverTheBytesAreSliced(Recorded recorded) {
        Span whole = recorded.read().covered();

        for (int seed = 0; seed < 20; seed++) {
            assertThat(recorded.readInParts(seed).covered()).as("seed %d", seed).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @EnumSource
    void coversMoreWithEveryPart(Recorded recorded) {
        byte[] bytes = recorded.bytes();
        MediaReader reader = recorded.reader();
        long reached = 0;
        for (int from = 0; from < bytes.length; from += 4_096) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 4_096));
            reader.feed(part, part.length);
            assertThat(reader.covered().toMillis()).isGreaterThanOrEqualTo(reached);
            reached = reader.covered().toMillis();
        }
        assertThat(reached).isGreaterThan(6_000);
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatCameBeforeARecordingWasTornOff(Recorded recorded) {
        byte[] half = Arrays.copyOf(recorded.bytes(), recorded.bytes().length / 2);

        MediaReader reader = Recorded.read(recorded.reader(), half);

        assertThat(reader.isReadable()).isTrue();
        assertThat(Recorded.length(reader.covered())).isBetween(2_500L, 4_500L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"video/mp4;codecs=avc1,opus", "video/webm;codecs=vp8,opus"})
    void readsNothingOutOfNoise(String mimeType) {
        for (int seed = 0; seed < 50; seed++) {
            byte[] noise = new byte[20_000];
            new Random(seed).nextBytes(noise);

            MediaReader reader = Recorded.read(MediaReader.of(mimeType), noise);

            assertThat(reader.isReadable()).as("seed %d", seed).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void survivesAnyByteBeingAnother(Recorded recorded) {
        byte[] bytes = recorded.bytes();
        Random random = new Random(7);
        for (int count = 0; count < 300; count++) {
            byte[] other = bytes.clone();
            other[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));

            Span covered = Recorded.read(recorded.reader(), other).covered();

            assertThat(covered.toMillis()).isGreaterThanOrEqualTo(covered.fromMillis());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"video/mp4", "video/webm"})
    void coversNothingBeforeTheFirstByte(String mimeType) {
        MediaReader reader = MediaReader.of(mimeType);

        assertThat(reader.covered()).isEqualTo(Span.NOTHING);
        assertThat(reader.isReadable()).isFalse();
    }

    @Test
    void knowsOneKindFromTheOther() {
        byte[] webm = Recorded.CHROMIUM_WEBM.bytes();

        assertThat(Recorded.read(MediaReader.of("video/mp4"), webm).isReadable())
                .isFalse();
    }
}
