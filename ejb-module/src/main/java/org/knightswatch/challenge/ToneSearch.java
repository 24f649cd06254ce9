package org.knightswatch.challenge;

import java.util.stream.DoubleStream;

/**
 * Listens for one tone: by Goertzel's filter it compares how loud that frequency is with the frequencies beside it, in
 * pieces of a tenth of a second. Speech and noise are as loud beside it; a tone is not.
 */
final class ToneSearch {

    static final int RATE = 16_000;

    private static final int PIECE = RATE / 10;
    private static final int HOP = PIECE / 2;
    /** Of the pieces of most of a second, so many have to have the tone, and before it clearly fewer. */
    private static final int AT_ONCE = 16;

    private static final int HEARD = 12;
    private static final int HEARD_BEFORE = 8;

    private static final double LOUDER = 3;
    /** About −70 dB of full scale: below that, a recorder keeps nothing. */
    private static final double FAINTEST = 3e-4;

    private static final double[] BESIDE = {0.92, 0.95, 1.05, 1.08};
    private static final double[] WINDOW = window();

    private final short[] sound;

    /** Of one channel, at {@link #RATE}. */
    ToneSearch(short[] sound) {
        this.sound = sound;
    }

    /** Whether there is a tone from one sample to another, and none before. */
    boolean hears(Tone tone, int from, int to) {
        return most(tone, from, to) >= HEARD && most(tone, 0, from) < HEARD_BEFORE;
    }

    private int most(Tone tone, int from, int to) {
        int first = Math.max(0, from) / HOP;
        int last = (Math.min(to, sound.length) - PIECE) / HOP;
        boolean[] heard = new boolean[Math.max(0, last - first + 1)];
        int now = 0;
        int most = 0;
        for (int i = 0; i < heard.length; i++) {
            heard[i] = isToneAt(tone, (first + i) * HOP);
            now += (heard[i] ? 1 : 0) - (i >= AT_ONCE && heard[i - AT_ONCE] ? 1 : 0);
            most = Math.max(most, now);
        }
        return most;
    }

    private boolean isToneAt(Tone tone, int start) {
        double level = level(tone.hertz(), start);
        double beside = DoubleStream.of(BESIDE)
                .map(factor -> level(tone.hertz() * factor, start))
                .average()
                .orElseThrow();
        return level > FAINTEST && level > LOUDER * beside;
    }

    /** The amplitude of a frequency, as a share of full scale. */
    private double level(double hertz, int start) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / RATE);
        double one = 0;
        double two = 0;
        for (int i = 0; i < PIECE; i++) {
            double next = WINDOW[i] * sound[start + i] / -Short.MIN_VALUE + coefficient * one - two;
            two = one;
            one = next;
        }
        double power = one * one + two * two - coefficient * one * two;
        return 4 * Math.sqrt(Math.max(0, power)) / PIECE;
    }

    /** Hann's: without it, a loud voice would spill into the frequencies beside it. */
    private static double[] window() {
        double[] window = new double[PIECE];
        for (int i = 0; i < PIECE; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / PIECE);
        }
        return window;
    }
}
