package org.knightswatch.challenge;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.knightswatch.challenge.ToneSearch.RATE;

class ToneSearchTest {

    private static final int FROM = 8 * RATE;
    private static final int TO = 14 * RATE;

    private final Random chance = new Random(7);
    private final double[] sound = new double[16 * RATE];

    @ParameterizedTest
    @EnumSource(Tone.class)
    void hearsEachToneInARoom(Tone tone) {
        noise(0.01);
        tone(tone.hertz(), 9.3, 1.2, 0.05);

        assertThat(hears(tone)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.05, 0.005, 0.001})
    void hearsLoudAndFaintOnesAlike(double level) {
        noise(level / 3);
        tone(Tone.D.hertz(), 10, 1.2, level);

        assertThat(hears(Tone.D)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Tone.class,
            names = {"D"},
            mode = EnumSource.Mode.EXCLUDE)
    void takesNoOtherToneForIt(Tone other) {
        noise(0.01);
        tone(Tone.D.hertz(), 10, 1.2, 0.3);

        assertThat(hears(other)).isFalse();
    }

    @Test
    void hearsNothingInSilenceNorInNoise() {
        assertThat(hears(Tone.C)).isFalse();
        noise(0.3);
        assertThat(hears(Tone.C)).isFalse();
    }

    @Test
    void hearsNothingInASpeakersVoice() {
        noise(0.005);
        voice();

        for (Tone tone : Tone.values()) {
            assertThat(hears(tone)).isFalse();
        }
    }

    @Test
    void hearsAToneBesideAVoice() {
        voice();
        tone(Tone.E.hertz(), 10, 1.2, 0.1);

        assertThat(hears(Tone.E)).isTrue();
    }

    @Test
    void believesNoToneThatWasThereBefore() {
        noise(0.01);
        tone(Tone.B.hertz(), 0, 16, 0.1);

        assertThat(hears(Tone.B)).isFalse();
    }

    @Test
    void believesNoToneAtAnotherTime() {
        noise(0.01);
        tone(Tone.B.hertz(), 3, 1.2, 0.1);

        assertThat(hears(Tone.B)).isFalse();
    }

    @Test
    void hasEnoughWithLessSoundThanItAskedFor() {
        assertThat(new ToneSearch(new short[100]).hears(Tone.A, FROM, TO)).isFalse();
    }

    private boolean hears(Tone tone) {
        short[] samples = new short[sound.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(Math.max(-1, Math.min(1, sound[i])) * Short.MAX_VALUE);
        }
        return new ToneSearch(samples).hears(tone, FROM, TO);
    }

    private void noise(double level) {
        for (int i = 0; i < sound.length; i++) {
            sound[i] += level * chance.nextGaussian();
        }
    }

    private void tone(double hertz, double from, double seconds, double level) {
        for (int i = (int) (from * RATE); i < Math.min(sound.length, (from + seconds) * RATE); i++) {
            double age = (double) i / RATE - from;
            double gain = Math.min(1, Math.min(age / 0.06, (seconds - age) / 0.3));
            sound[i] += level * gain * Math.sin(2 * Math.PI * hertz * i / RATE);
        }
    }

    /** Harmonics of a pitch that wanders as people's voices do, with pauses between syllables. */
    private void voice() {
        double phase = 0;
        for (int i = 0; i < sound.length; i++) {
            double time = (double) i / RATE;
            double pitch = 130 + 25 * Math.sin(2 * Math.PI * 0.9 * time) + 10 * Math.sin(2 * Math.PI * 3.1 * time);
            phase += 2 * Math.PI * pitch / RATE;
            double syllable = Math.max(0, Math.sin(2 * Math.PI * 2 * time));
            for (int harmonic = 1; harmonic <= 16; harmonic++) {
                sound[i] += 0.2 * syllable / harmonic * Math.sin(harmonic * phase);
            }
        }
    }
}
