package org.knightswatch.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Scripts that stories run in pages. */
final class Script {

    private Script() {}

    /** A camera whose picture shows the time of day, with a microphone that hears this tone. */
    static String barcodeCamera(int hertz) {
        return read("barcode-camera.js").replace("__TONE__", Integer.toString(hertz));
    }

    /** A camera before which one of many drawn people sits. */
    static String portraitCamera(int number) {
        return read("portrait-camera.js").replace("__NUMBER__", Integer.toString(number));
    }

    /** Sits an exam by the API, and loses something of most candidates. */
    static String sitWithTrouble() {
        return read("sit-with-trouble.js");
    }

    /** A screen whose sharing can be refused and ended, as people do. */
    static String sharedScreen() {
        return read("shared-screen.js");
    }

    static String loudestTone() {
        return read("loudest-tone.js");
    }

    static String readBarcodes() {
        return read("read-barcodes.js");
    }

    private static String read(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
