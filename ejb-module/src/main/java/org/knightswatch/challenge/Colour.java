package org.knightswatch.challenge;

import java.util.Locale;

/**
 * The colours that a page may show: neither dark nor bright, so that they are seen on any ground, and each of a hue of its
 * own, because a screen's recording keeps hues badly.
 */
public enum Colour {
    TEAL(0x1fa39a),
    VIOLET(0x8b5cf6),
    AMBER(0xd99a1c),
    ROSE(0xe0568f),
    BLUE(0x3d82f0),
    GREEN(0x4caf50);

    /** How far what was filmed may be from what was shown; two colours are further apart than twice as much. */
    private static final double NEAR = 26;

    private final int rgb;

    Colour(int rgb) {
        this.rgb = rgb;
    }

    /** As pages write it. */
    public String code() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    /** Whether this is what became of the colour on its way through a recorder, whatever its brightness. */
    boolean isSeenIn(int red, int green, int blue) {
        return distance(red, green, blue) < NEAR;
    }

    /** In the plane of hues (ITU-R BT.601, Cb and Cr). */
    double distance(int red, int green, int blue) {
        return Math.hypot(
                cb(red, green, blue) - cb(red(), green(), blue()), cr(red, green, blue) - cr(red(), green(), blue()));
    }

    int red() {
        return rgb >> 16;
    }

    int green() {
        return rgb >> 8 & 0xff;
    }

    int blue() {
        return rgb & 0xff;
    }

    private static double cb(int red, int green, int blue) {
        return -0.169 * red - 0.331 * green + 0.5 * blue;
    }

    private static double cr(int red, int green, int blue) {
        return 0.5 * red - 0.419 * green - 0.081 * blue;
    }
}
