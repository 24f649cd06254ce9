package org.knightswatch.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knightswatch.evidence.Finding.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** Manifests and folders made to lead the verifier astray, or to keep it busy. */
class HostileManifestTest {

    private final SealedFolder folder = SealedFolder.small();
    private final String text = new String(folder.files.get(Manifest.NAME), StandardCharsets.UTF_8);

    @TempDir
    Path disk;

    @ParameterizedTest
    @ValueSource(
            strings = {"../take-1.mp4", "/etc/passwd", "a/../../b", "..", "C:\\\\x", "manifest.json", "\\u0000", ""})
    void leadsToNoFileElsewhere(String name) {
        assertThat(kinds(text.replace("take-1.mp4", name))).containsExactly(Kind.FORMAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "9007199254740991", "9007199254740993", "1e99", "123456789012345678901234567890"})
    void believesNoAbsurdSize(String size) {
        assertThat(kinds(text.replace("\"bytes\":12,", "\"bytes\":" + size + ",")))
                .containsExactly(Kind.FORMAT);
    }

    @Test
    void isNotKeptBusyByDepthOrLength() {
        assertThat(kinds("[".repeat(10_000_000))).containsExactly(Kind.FORMAT);
        assertThat(kinds("{\"a\":".repeat(1_000_000))).containsExactly(Kind.FORMAT);
        assertThat(kinds("[" + "[],".repeat(5_000_000))).containsExactly(Kind.FORMAT);
        assertThat(kinds(" ".repeat(Manifest.LARGEST + 1))).containsExactly(Kind.FORMAT);
        assertThat(kinds("1".repeat(10_000_000))).containsExactly(Kind.FORMAT);
    }

    @Test
    void readsNoMoreOfAFileThanItHasToBe() {
        Source endless = new Source() {
            @Override
            public Optional<InputStream> open(String name) {
                return name.equals("take-1.mp4") ? Optional.of(new Zeros()) : folder.open(name);
            }

            @Override
            public Optional<Set<String>> names() {
                return Optional.empty();
            }
        };

        assertThat(Verifier.verify(endless, Set.of()).list())
                .extracting(Finding::kind)
                .contains(Kind.SIZE);
    }

    @Test
    void readsAFileOnceHoweverOftenItIsNamed() {
        String object = text.substring(text.indexOf("{\"bytes\":12,"), text.indexOf(",{\"bytes\":4,\"name\""));

        assertThat(kinds(text.replace(object, object + ("," + object).repeat(99))))
                .containsOnly(Kind.CHAIN, Kind.LAYOUT);
    }

    @Test
    void countsSegmentsThatOverlapAsWrong() {
        assertThat(kinds(text.replace("\"offset\":4,", "\"offset\":3,"))).containsOnly(Kind.CHAIN, Kind.LAYOUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"x\"",
                "{}",
                "{\"format\":7}",
                "{\"format\":\"knightswatch-evidence/1\"}"
            })
    void saysWhatIsNoManifest(String other) {
        assertThat(kinds(other)).containsExactly(Kind.FORMAT);
    }

    @Test
    void saysWhichFormatItDoesNotKnow() {
        assertThat(verify(text.replace("evidence/1\"", "evidence/2\"")).list())
                .singleElement()
                .asString()
                .contains("knightswatch-evidence/2");
    }

    @Test
    void followsNoLinks() throws IOException {
        folder.writeTo(disk.resolve("a"));
        Files.move(disk.resolve("a/take-1.mp4"), disk.resolve("elsewhere"));
        Files.createSymbolicLink(disk.resolve("a/take-1.mp4"), disk.resolve("elsewhere"));

        assertThat(Verifier.verify(new FolderSource(disk.resolve("a")), Set.of())
                        .list())
                .singleElement()
                .hasToString("take-1.mp4: can't be read: is no plain file");
    }

    @Test
    void findsFoldersWithinTheFolder() throws IOException {
        folder.writeTo(disk);
        Files.createDirectory(disk.resolve("more"));

        assertThat(Verifier.verify(new FolderSource(disk), Set.of()).list())
                .singleElement()
                .hasToString("more: is not in the manifest");
    }

    private List<Kind> kinds(String manifest) {
        return verify(manifest).list().stream().map(Finding::kind).toList();
    }

    private Findings verify(String manifest) {
        assertThat(manifest).isNotEqualTo(text);
        return folder.with(Manifest.NAME, manifest.getBytes(StandardCharsets.UTF_8))
                .verify();
    }

    /** A file without an end. */
    private static final class Zeros extends ByteArrayInputStream {

        private Zeros() {
            super(new byte[0]);
        }

        @Override
        public int read(byte[] buffer) {
            return buffer.length;
        }
    }
}
