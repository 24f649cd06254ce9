package org.knightswatch.challenge;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.knightswatch.challenge.ColourSearch.BYTES;
import static org.knightswatch.challenge.ColourSearch.WIDTH;

class ColourSearchTest {

    private static final int FROM = 16;
    private static final int TO = 30;

    private final byte[] pictures = new byte[32 * BYTES];

    @ParameterizedTest
    @EnumSource(Colour.class)
    void seesEachColourOnALightScreen(Colour colour) {
        ground(240);
        bar(colour, 18, 23, 60);

        assertThat(sees(colour)).isTrue();
        for (Colour other : Colour.values()) {
            assertThat(sees(other)).isEqualTo(other == colour);
        }
    }

    @ParameterizedTest
    @EnumSource(Colour.class)
    void seesEachColourOnADarkScreen(Colour colour) {
        ground(20);
        bar(colour, 18, 23, 60);

        assertThat(sees(colour)).isTrue();
    }

    @Test
    void seesItThroughNoise() {
        ground(128);
        bar(Colour.BLUE, 18, 23, 60);
        Random chance = new Random(3);
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] = (byte) Math.max(0, Math.min(255, (pictures[i] & 0xff) + 4 * chance.nextGaussian()));
        }

        assertThat(sees(Colour.BLUE)).isTrue();
    }

    @Test
    void seesNothingWhereNothingIs() {
        ground(240);

        assertThat(sees(Colour.ROSE)).isFalse();
    }

    @Test
    void believesNoColourThatWasThereBefore() {
        ground(240);
        bar(Colour.TEAL, 0, 32, 60);

        assertThat(sees(Colour.TEAL)).isFalse();
    }

    @Test
    void seesTheBarBesideSomethingOfItsColour() {
        ground(240);
        bar(Colour.TEAL, 0, 32, 100);
        barAt(200, Colour.TEAL, 18, 23, 100);

        assertThat(sees(Colour.TEAL)).isTrue();
    }

    @Test
    void takesNoWholePageForABar() {
        ground(240);
        for (int row = 0; row < ColourSearch.HEIGHT; row++) {
            barAt(row, Colour.GREEN, 18, 23, WIDTH);
        }

        assertThat(sees(Colour.GREEN)).isFalse();
    }

    @Test
    void takesNoSpotForABar() {
        ground(240);
        bar(Colour.AMBER, 18, 23, 12);

        assertThat(sees(Colour.AMBER)).isFalse();
    }

    private boolean sees(Colour colour) {
        return new ColourSearch(pictures).sees(colour, FROM, TO);
    }

    private void ground(int grey) {
        Arrays.fill(pictures, (byte) grey);
    }

    /** Three rows of it, in pictures from one to another. */
    private void bar(Colour colour, int from, int to, int width) {
        for (int row = 10; row < 13; row++) {
            barAt(row, colour, from, to, width);
        }
    }

    private void barAt(int row, Colour colour, int from, int to, int width) {
        for (int picture = from; picture < to; picture++) {
            for (int x = 0; x < width; x++) {
                int at = picture * BYTES + (row * WIDTH + x) * 3;
                pictures[at] = (byte) colour.red();
                pictures[at + 1] = (byte) colour.green();
                pictures[at + 2] = (byte) colour.blue();
            }
        }
    }
}
