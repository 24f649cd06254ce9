package org.knightswatch.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.knightswatch.evidence.Entry.Consent;
import org.knightswatch.evidence.Entry.Event;
import org.knightswatch.evidence.Entry.Gap;
import org.knightswatch.evidence.Entry.Segment;
import org.knightswatch.evidence.Entry.Take;

/** A recording as the archive keeps it, in memory: a take that Chromium recorded, one of Firefox, and a playlist. */
final class SealedFolder implements Source {

    private static final Path FIXTURES = Path.of("../web-module/src/main/frontend/test/fixtures");
    private static final byte[] FRAGMENT = "moof".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLUSTER = {0x1F, 0x43, (byte) 0xB6, 0x75};

    final Signer signer;
    final Map<String, byte[]> files = new TreeMap<>();

    private SealedFolder(Signer signer) {
        this.signer = signer;
    }

    /** Real media, cut at key frames as the browser cuts them. */
    static SealedFolder ofMedia() {
        SealedFolder folder = new SealedFolder(Signer.generate());
        folder.files.put("take-1.mp4", fixture("chromium-mp4-500.mp4"));
        folder.files.put("take-2.webm", fixture("firefox-webm-plain.webm"));
        return folder.fill(Samples.ATTEMPT);
    }

    /** The same with a few bytes instead of media. */
    static SealedFolder small(UUID attempt, Signer signer) {
        SealedFolder folder = new SealedFolder(signer);
        folder.files.put("take-1.mp4", "ftyp....moof".getBytes(StandardCharsets.US_ASCII));
        folder.files.put("take-2.webm", "webm".getBytes(StandardCharsets.US_ASCII));
        return folder.fill(attempt);
    }

    static SealedFolder small() {
        return small(Samples.ATTEMPT, Signer.generate());
    }

    private SealedFolder fill(UUID attempt) {
        files.put("recording.m3u8", "#EXTM3U\n#EXT-X-ENDLIST\n".getBytes(StandardCharsets.UTF_8));
        List<Entry> entries = new ArrayList<>();
        entries.add(new Consent("3", "en", Samples.hash("text"), Samples.BEGIN));
        entries.add(new Event(Samples.BEGIN, "STARTED", "seat 4"));
        entries.addAll(take(Samples.FIRST, 1, "take-1.mp4", FRAGMENT, 4));
        entries.add(new Gap(Samples.BEGIN, Samples.BEGIN.plusMillis(250), "PAGE_RELOAD", "CLIENT", false));
        entries.addAll(take(Samples.SECOND, 2, "take-2.webm", CLUSTER, 0));
        seal(body(attempt, entries), signer);
        return this;
    }

    private ManifestBody body(UUID attempt, List<Entry> entries) {
        List<ArchivedObject> objects = files.entrySet().stream()
                .map(file -> new ArchivedObject(file.getKey(), file.getValue().length, hash(file.getValue())))
                .toList();
        ManifestBody sample = Samples.body(objects, entries);
        return new ManifestBody(
                sample.exam(),
                sample.candidateId(),
                new ManifestBody.Attempt(attempt, 1, Samples.BEGIN, Samples.BEGIN.plusSeconds(8), "COMPLETED"),
                sample.track(),
                sample.recording(),
                sample.sealedAt(),
                objects,
                entries);
    }

    private List<Entry> take(UUID id, int number, String object, byte[] mark, int before) {
        byte[] bytes = files.get(object);
        List<Integer> cuts = cuts(bytes, mark, before);
        List<Entry> entries = new ArrayList<>();
        entries.add(new Take(id, number, "video/x", Samples.BEGIN, Samples.BEGIN, cuts.size() - 2, "FINISHED", object));
        for (int i = 0; i + 1 < cuts.size(); i++) {
            int from = cuts.get(i);
            int to = cuts.get(i + 1);
            String sha256 = hash(Arrays.copyOfRange(bytes, from, to));
            entries.add(new Segment(id, i, from, to - from, sha256, 500L * i, 500, Samples.BEGIN.plusSeconds(i)));
        }
        return entries;
    }

    /** The borders of segments: the first byte, every place of a mark, the end. */
    private static List<Integer> cuts(byte[] bytes, byte[] mark, int before) {
        List<Integer> cuts = new ArrayList<>(List.of(0));
        for (int at = 1; at + mark.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
                cuts.add(at - before);
            }
        }
        cuts.add(bytes.length);
        return cuts;
    }

    void seal(ManifestBody body, Signer by) {
        files.put(Manifest.NAME, Manifest.seal(body, by).bytes());
    }

    Manifest manifest() {
        return Manifest.read(files.get(Manifest.NAME));
    }

    /** The same files, to be spoilt. */
    SealedFolder copy() {
        SealedFolder copy = new SealedFolder(signer);
        files.forEach((name, bytes) -> copy.files.put(name, bytes.clone()));
        return copy;
    }

    SealedFolder with(String name, byte[] bytes) {
        SealedFolder copy = copy();
        copy.files.put(name, bytes);
        return copy;
    }

    SealedFolder without(String name) {
        SealedFolder copy = copy();
        copy.files.remove(name);
        return copy;
    }

    /** Nobody's key is trusted: what is found is found by the folder alone. */
    Findings verify() {
        return Verifier.verify(this, Set.of());
    }

    void writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<InputStream> open(String name) {
        return Optional.ofNullable(files.get(name)).map(ByteArrayInputStream::new);
    }

    @Override
    public Optional<Set<String>> names() {
        return Optional.of(files.keySet());
    }

    private static byte[] fixture(String name) {
        try {
            return Files.readAllBytes(FIXTURES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        return Hashes.hex(Hashes.sha256().digest(bytes));
    }
}
