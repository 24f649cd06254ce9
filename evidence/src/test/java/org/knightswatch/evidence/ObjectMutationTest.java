package org.knightswatch.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.knightswatch.evidence.Entry.Segment;
import org.knightswatch.evidence.Finding.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** Spoils the files beside the manifest in every way there is, and asks what was found. */
class ObjectMutationTest {

    private final SealedFolder folder = SealedFolder.ofMedia();
    private final List<String> takes = List.of("take-1.mp4", "take-2.webm");

    @Test
    void isWholeUntilItIsSpoilt() {
        assertThat(folder.verify().list()).isEmpty();
        assertThat(segments()).hasSizeGreaterThan(10);
    }

    @Test
    void namesTheSegmentOfAByteThatChanged() {
        for (Segment segment : segments()) {
            String object = objectOf(segment);
            for (long at : List.of(segment.offset(), segment.offset() + segment.bytes() / 2, segment.end() - 1)) {
                byte[] bytes = folder.files.get(object).clone();
                bytes[(int) at] ^= 1;

                assertThat(folder.with(object, bytes).verify().list())
                        .as("byte %d of %s", at, object)
                        .extracting(Finding::kind, Finding::where)
                        .containsOnly(Tuple.tuple(Kind.BYTES, object));
                assertThat(folder.with(object, bytes).verify().list().get(1).text())
                        .startsWith("segment " + segment.sequence() + " (bytes " + segment.offset() + " to ");
            }
        }
    }

    @Test
    void joinsSegmentsThatFollowOneAnother() {
        byte[] bytes = folder.files.get("take-1.mp4").clone();
        List<Segment> first = segments("take-1.mp4");
        bytes[(int) first.get(1).offset()] ^= 1;
        bytes[(int) first.get(2).offset()] ^= 1;

        assertThat(folder.with("take-1.mp4", bytes).verify().list())
                .last()
                .asString()
                .startsWith("take-1.mp4: segments 1 to 2 (bytes ")
                .endsWith("0:00:00.500 to 0:00:01.500 of the take) have other bytes");
    }

    @Test
    void findsEveryByteOfThePlaylist() {
        for (int i = 0; i < folder.files.get("recording.m3u8").length; i++) {
            byte[] bytes = folder.files.get("recording.m3u8").clone();
            bytes[i] ^= 0x20;

            assertThat(kinds(folder.with("recording.m3u8", bytes))).containsExactly(Kind.BYTES);
        }
    }

    @Test
    void findsObjectsThatWereCutOrGrew() {
        for (String object : folder.manifest().body().objects().stream()
                .map(ArchivedObject::name)
                .toList()) {
            byte[] bytes = folder.files.get(object);
            for (int length :
                    new int[] {0, 1, bytes.length / 2, bytes.length - 1, bytes.length + 1, bytes.length + 100_000}) {
                assertThat(kinds(folder.with(object, Arrays.copyOf(bytes, length))))
                        .as("%s of %d bytes", object, length)
                        .contains(Kind.SIZE, Kind.BYTES);
            }
        }
    }

    @Test
    void tellsWhichSegmentsACutLost() {
        List<Segment> first = segments("take-1.mp4");
        Segment cut = first.get(first.size() - 2);
        byte[] bytes = Arrays.copyOf(folder.files.get("take-1.mp4"), (int) cut.end() - 1);

        assertThat(folder.with("take-1.mp4", bytes).verify().list())
                .last()
                .asString()
                .contains("segments " + cut.sequence() + " to " + (cut.sequence() + 1))
                .endsWith("are not all there");
    }

    @Test
    void findsObjectsThatWereRemovedAddedOrSwapped() {
        for (String object : takes) {
            assertThat(kinds(folder.without(object))).containsExactly(Kind.MISSING);
        }
        for (String name : List.of(".hidden", "take-3.mp4", "manifest.json.bak", "TAKE-1.MP4")) {
            assertThat(kinds(folder.with(name, new byte[0]))).containsExactly(Kind.EXTRA);
        }
        SealedFolder swapped = folder.with("take-1.mp4", folder.files.get("take-2.webm"))
                .with("take-2.webm", folder.files.get("take-1.mp4"));
        assertThat(swapped.verify().list()).extracting(Finding::where).contains("take-1.mp4", "take-2.webm");
    }

    @Test
    void findsSegmentsThatChangedPlaces() {
        for (String object : takes) {
            List<Segment> segments = segments(object);
            for (int i = 0; i + 1 < segments.size(); i++) {
                byte[] bytes = folder.files.get(object).clone();
                Segment one = segments.get(i);
                Segment two = segments.get(i + 1);
                System.arraycopy(
                        folder.files.get(object), (int) two.offset(), bytes, (int) one.offset(), (int) two.bytes());
                System.arraycopy(
                        folder.files.get(object), (int) one.offset(), bytes, (int) (one.offset() + two.bytes()), (int)
                                one.bytes());

                assertThat(kinds(folder.with(object, bytes))).containsOnly(Kind.BYTES);
            }
        }
    }

    private List<Segment> segments() {
        return takes.stream().flatMap(object -> segments(object).stream()).toList();
    }

    private List<Segment> segments(String object) {
        return Layout.segments(folder.manifest().body()).get(object);
    }

    private String objectOf(Segment segment) {
        return segment.takeId().equals(Samples.FIRST) ? "take-1.mp4" : "take-2.webm";
    }

    private static Stream<Kind> kinds(SealedFolder spoilt) {
        List<Finding> findings = new ArrayList<>(spoilt.verify().list());
        return findings.stream().map(Finding::kind);
    }
}
