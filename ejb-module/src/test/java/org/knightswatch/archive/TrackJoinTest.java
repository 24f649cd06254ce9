package org.knightswatch.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knightswatch.archive.MediaReader.Span;
import org.knightswatch.archive.Mp4Boxes.Box;
import org.knightswatch.archive.WebmElements.Element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class TrackJoinTest {

    /** Nobody writes how long the last frame of WebM is shown. */
    private static final long LONGEST_FRAME = 100;

    @ParameterizedTest
    @EnumSource(Recorded.class)
    void putsTakesOneBehindTheOther(Recorded recorded) {
        JoinedFile joined = new JoinedFile(recorded).with().with().with();

        byte[] bytes = joined.bytes();

        Span covered = Recorded.read(recorded.reader(), bytes).covered();
        assertThat(covered.fromMillis()).isZero();
        assertThat(covered.toMillis())
                .isCloseTo(3 * Recorded.length(recorded.read().covered()), within(3 * LONGEST_FRAME));
        assertThat(joined.file().bytes()).isEqualTo(bytes.length);
        assertThat(joined.file().seconds() * 1000)
                .isCloseTo((double) covered.toMillis(), within((double) LONGEST_FRAME));
        assertThat(joined.file().takes()).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Recorded.class,
            names = {"CHROMIUM_MP4", "CHROMIUM_WEBM"})
    void leavesNoTimeForWhatIsMissing(Recorded recorded) {
        double whole = new JoinedFile(recorded).with().file().seconds();
        JoinedFile holed = new JoinedFile(recorded).with(2);

        Span covered = Recorded.read(recorded.reader(), holed.bytes()).covered();

        assertThat(holed.file().seconds()).isLessThan(whole - 0.5);
        assertThat(covered.toMillis() / 1000.0).isCloseTo(holed.file().seconds(), within(0.1));
    }

    @Test
    void namesEachPieceOfMp4InItsIndex() {
        JoinedFile joined = new JoinedFile(Recorded.CHROMIUM_MP4).with().with();
        ByteBuffer bytes = ByteBuffer.wrap(joined.bytes());
        List<Box> boxes = Mp4Boxes.in(bytes, 0, bytes.capacity());
        List<Long> fragments = boxes.stream()
                .filter(box -> box.is("moof"))
                .map(box -> (long) box.from())
                .toList();

        Box index = boxes.get(boxes.size() - 1).child(bytes, "tfra");

        assertThat(fragments).hasSize(2 * (joined.segments() - 1));
        List<Long> named = new ArrayList<>();
        for (int at = index.body() + 16; at < index.to(); at += 19) {
            named.add(bytes.getLong(at + 8));
        }
        assertThat(named).isEqualTo(fragments);
        Box movie = boxes.get(1);
        Box length = movie.child(bytes, "mvex", "mehd");
        assertThat(bytes.getLong(length.body() + 4))
                .isEqualTo(Math.round(joined.file().seconds() * 1000));
    }

    @Test
    void keepsTheMediaOfMp4() {
        byte[] recorded = Recorded.CHROMIUM_MP4.bytes();
        byte[] joined = new JoinedFile(Recorded.CHROMIUM_MP4).with().bytes();

        assertThat(media(joined)).startsWith(media(recorded).substring(0, 2_000));
    }

    @Test
    void namesEachPieceOfWebmInItsCues() {
        JoinedFile joined = new JoinedFile(Recorded.CHROMIUM_WEBM).with().with();
        ByteBuffer bytes = ByteBuffer.wrap(joined.bytes());
        WebmElements elements = new WebmElements(bytes, 0, bytes.capacity());
        int segment = 0;
        List<Long> cues = new ArrayList<>();
        List<Long> clusters = new ArrayList<>();
        for (Element element = elements.next(); element != null; element = elements.next()) {
            segment = element.id() == WebmElements.SEGMENT ? element.body() : segment;
            if (element.id() == WebmElements.CLUSTER) {
                clusters.add((long) element.from() - segment);
            } else if (element.id() == WebmElements.CUES) {
                for (int at = element.body(); at < element.to(); at += 27) {
                    cues.add(bytes.getLong(at + 19));
                }
            }
        }

        assertThat(cues).hasSize(2 * joined.segments());
        assertThat(clusters).containsAll(cues);
    }

    @Test
    void takesAFirstSegmentWithoutMediaForAHead() {
        byte[] head = head(Recorded.CHROMIUM_WEBM);

        assertThat(Joining.of(false).headLength(head)).isEqualTo(head.length);
    }

    @Test
    void tellsKindsApart() {
        Joining joining = Joining.of(false);
        byte[] chromium = head(Recorded.CHROMIUM_WEBM);

        assertThat(joining.kind(chromium)).isEqualTo(joining.kind(head(Recorded.CHROMIUM_WEBM_PLAIN)));
        assertThat(joining.kind(chromium)).isNotEqualTo(joining.kind(head(Recorded.FIREFOX_WEBM)));
    }

    @Test
    void takesNothingForMediaThatIsNone() {
        byte[] text = "This is no media, whatever its maker says of it.".getBytes(StandardCharsets.UTF_8);

        for (boolean mp4 : new boolean[] {true, false}) {
            assertThatThrownBy(() -> Joining.of(mp4).headLength(text)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Joining.of(mp4).moved(text, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static byte[] head(Recorded recorded) {
        byte[] bytes = recorded.bytes();
        return Arrays.copyOf(bytes, Joining.of(false).headLength(bytes));
    }

    /** The contents of all boxes of media, as far as they go. */
    private static String media(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        StringBuilder media = new StringBuilder();
        for (Box box : Mp4Boxes.in(bytes, 0, file.length)) {
            if (box.is("mdat")) {
                media.append(new String(file, box.body(), box.to() - box.body(), StandardCharsets.ISO_8859_1));
            }
        }
        return media.toString();
    }
}
