package org.knightswatch.integration.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Fragmented MP4 as small as it gets: real boxes with real times around bytes that no decoder will ever see. */
public final class Fmp4 {

    private static final int SCALE = 1000;

    private Fmp4() {}

    /** Segment 0: everything before the first fragment. */
    public static byte[] head() {
        byte[] trak = box("trak", box("tkhd", ints(0, 0, 0, 1)), box("mdia", box("mdhd", ints(0, 0, 0, SCALE))));
        byte[] mvex = box("mvex", box("trex", ints(0, 1, 1, 0, 0)));
        return join(box("ftyp", "iso6".getBytes(StandardCharsets.US_ASCII)), box("moov", trak, mvex));
    }

    /** One fragment from one moment of media time to another, of about so many bytes. */
    public static byte[] fragment(int startMillis, int durationMillis, int bytes) {
        byte[] traf = box(
                "traf",
                box("tfhd", ints(0, 1)),
                box("tfdt", ints(0, startMillis)),
                box("trun", ints(0x100, 1, durationMillis)));
        byte[] media = new byte[bytes];
        new Random(startMillis).nextBytes(media);
        return join(box("moof", traf), box("mdat", media));
    }

    private static byte[] box(String type, byte[]... contents) {
        byte[] body = join(contents);
        return ByteBuffer.allocate(8 + body.length)
                .putInt(8 + body.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(body)
                .array();
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        Arrays.stream(values).forEach(bytes::putInt);
        return bytes.array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
