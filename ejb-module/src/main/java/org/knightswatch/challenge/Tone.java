package org.knightswatch.challenge;

/**
 * The tones that a page may play, in hertz. Each is a fifth of an octave and more from the next, none is a multiple of
 * another, and all pass through small loudspeakers and microphones.
 */
public enum Tone {
    A(620),
    B(733),
    C(866),
    D(1023),
    E(1209),
    F(1429),
    G(1688),
    H(1995);

    private final int hertz;

    Tone(int hertz) {
        this.hertz = hertz;
    }

    public int hertz() {
        return hertz;
    }
}
