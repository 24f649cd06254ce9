package org.knightswatch.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.knightswatch.archive.MediaReader.Span;

import static org.assertj.core.api.Assertions.assertThat;

class Mp4ReaderTest {

    private static final int SCALE = 1_000;
    private static final int DURATIONS = 0x100;
    private static final int DEFAULT_DURATION = 0x8;

    private final Mp4Reader reader = new Mp4Reader();

    @Test
    void addsTheSamplesOfARunToItsStart() {
        feed(movie(0), fragment(tfhd(0), tfdt(4_000), run(DURATIONS, 40, 40, 20)));

        assertThat(reader.covered()).isEqualTo(new Span(4_000, 4_100));
    }

    @Test
    void takesTheDurationThatTheFragmentHeaderGivesToAll() {
        feed(movie(99), fragment(tfhd(DEFAULT_DURATION, 50), tfdt(0), run(0, 0, 0, 0)));

        assertThat(reader.covered()).isEqualTo(new Span(0, 150));
    }

    @Test
    void takesTheDurationOfTheMovieWhenTheFragmentHasNone() {
        feed(movie(30), fragment(tfhd(0), tfdt(0), run(0, 0, 0)));

        assertThat(reader.covered()).isEqualTo(new Span(0, 60));
    }

    @Test
    void coversAllFragmentsTogether() {
        feed(
                movie(0),
                fragment(tfhd(0), tfdt(1_000), run(DURATIONS, 500)),
                box("mdat", new byte[77]),
                fragment(tfhd(0), tfdt(1_500), run(DURATIONS, 500)),
                box("mdat", new byte[5]));

        assertThat(reader.covered()).isEqualTo(new Span(1_000, 2_000));
    }

    @Test
    void readsFromPlainMp4HowLongAllItsSamplesLast() {
        feed(box("mdat", new byte[77]), plain(2, 1_000, 40, 100, 60));

        assertThat(reader.isReadable()).isTrue();
        assertThat(reader.covered()).isEqualTo(new Span(0, 46_000));
    }

    @Test
    void believesNoSampleTableThatIsLongerThanItsBox() {
        feed(plain(3, 1_000, 40));

        assertThat(reader.isReadable()).isFalse();
    }

    @Test
    void believesNoTimeThatIsBeyondAllNumbers() {
        feed(plain(1, -1, -1));

        assertThat(reader.isReadable()).isFalse();
    }

    @Test
    void countsNoTimeForATrackThatTheMovieDoesNotHave() {
        byte[] unknown = box("tfhd", ints(0, 7));

        feed(movie(0), fragment(unknown, tfdt(0), run(DURATIONS, 500)));

        assertThat(reader.isReadable()).isFalse();
    }

    @Test
    void countsNoTimeWithoutAStart() {
        feed(movie(0), fragment(tfhd(0), run(DURATIONS, 500)));

        assertThat(reader.covered()).isEqualTo(Span.NOTHING);
    }

    @Test
    void stopsAtARunThatPromisesMoreSamplesThanItHas() {
        byte[] liar = box("trun", ints(DURATIONS, 1_000_000, 40));

        feed(movie(0), fragment(tfhd(0), tfdt(0), liar));

        assertThat(reader.isReadable()).isFalse();
    }

    @Test
    void holdsNoIndexThatCannotBeOne() {
        feed(ByteBuffer.allocate(8).putInt(Integer.MAX_VALUE).put(ascii("moof")).array());

        assertThat(reader.isReadable()).isFalse();
    }

    private void feed(byte[]... parts) {
        for (byte[] part : parts) {
            reader.feed(part, part.length);
        }
    }

    private static byte[] movie(int defaultDuration) {
        byte[] tkhd = box("tkhd", ints(0, 0, 0, 1));
        byte[] mdhd = box("mdhd", ints(0, 0, 0, SCALE));
        byte[] trak = box("trak", tkhd, box("mdia", mdhd));
        return box("moov", trak, box("mvex", box("trex", ints(0, 1, 0, defaultDuration))));
    }

    /** A movie with its samples: so many runs, each a count and a length. */
    private static byte[] plain(int runs, int... table) {
        byte[] stts = box("stts", ints(0, runs), ints(table));
        byte[] mdia = box("mdia", box("mdhd", ints(0, 0, 0, SCALE)), box("minf", box("stbl", stts)));
        return box("moov", box("trak", box("tkhd", ints(0, 0, 0, 1)), mdia));
    }

    private static byte[] fragment(byte[]... traf) {
        return box("moof", box("traf", traf));
    }

    private static byte[] tfhd(int flags, int... fields) {
        return box("tfhd", ints(flags, 1), ints(fields));
    }

    private static byte[] tfdt(int start) {
        return box("tfdt", ints(0, start));
    }

    /** A run of so many samples, with their durations where the flags say so. */
    private static byte[] run(int flags, int... durations) {
        byte[] each = flags == DURATIONS ? ints(durations) : new byte[0];
        return box("trun", ints(flags, durations.length), each);
    }

    private static byte[] box(String type, byte[]... contents) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            inner.writeBytes(content);
        }
        return ByteBuffer.allocate(8 + inner.size())
                .putInt(8 + inner.size())
                .put(ascii(type))
                .put(inner.toByteArray())
                .array();
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
