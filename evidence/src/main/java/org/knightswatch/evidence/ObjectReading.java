package org.knightswatch.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Reads one file from its first byte to its last, once, whatever its size, and holds it against the manifest. */
final class ObjectReading {

    private static final int BUFFER = 64 * 1024;

    private final ArchivedObject object;
    private final List<Entry.Segment> segments;
    private final MessageDigest whole = Hashes.sha256();
    private final MessageDigest part = Hashes.sha256();
    private final List<Entry.Segment> others = new ArrayList<>();
    private int next;
    private long read;

    /**
     * What is to be read.
     *
     * @param segments those of the file that lie in it one behind the other
     */
    ObjectReading(ArchivedObject object, List<Entry.Segment> segments) {
        this.object = object;
        this.segments = segments;
    }

    List<Finding> read(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int length = in.read(buffer); length >= 0 && read <= object.bytes(); length = in.read(buffer)) {
            whole.update(buffer, 0, length);
            for (int from = 0; from < length; ) {
                from += take(buffer, from, length);
            }
        }
        return findings();
    }

    /** Takes bytes up to the end of a segment at most; answers how many. */
    private int take(byte[] buffer, int from, int to) {
        int length = to - from;
        if (next < segments.size()) {
            Entry.Segment segment = segments.get(next);
            length = (int) Math.min(length, segment.end() - read);
            part.update(buffer, from, length);
            if (read + length == segment.end()) {
                end(segment);
            }
        }
        read += length;
        return length;
    }

    private void end(Entry.Segment segment) {
        if (!segment.sha256().equals(Hashes.hex(part.digest()))) {
            others.add(segment);
        }
        next++;
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (read > object.bytes()) {
            findings.add(new Finding(Finding.Kind.SIZE, object.name(), "is longer than " + object.bytes() + " bytes"));
        } else if (read < object.bytes()) {
            findings.add(new Finding(
                    Finding.Kind.SIZE, object.name(), "has " + read + " bytes instead of " + object.bytes()));
        }
        if (!object.sha256().equals(Hashes.hex(whole.digest()))) {
            findings.add(new Finding(Finding.Kind.BYTES, object.name(), "has other bytes than those sealed"));
        }
        runs(others).forEach(run -> findings.add(finding(run, "has other bytes", "have other bytes")));
        runs(segments.subList(next, segments.size()))
                .forEach(run -> findings.add(finding(run, "is not all there", "are not all there")));
        return findings;
    }

    /** Segments that follow one another are one finding. */
    private static List<List<Entry.Segment>> runs(List<Entry.Segment> segments) {
        List<List<Entry.Segment>> runs = new ArrayList<>();
        long end = -1;
        for (Entry.Segment segment : segments) {
            if (segment.offset() != end) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(segment);
            end = segment.end();
        }
        return runs;
    }

    private Finding finding(List<Entry.Segment> run, String one, String several) {
        Entry.Segment first = run.get(0);
        Entry.Segment last = run.get(run.size() - 1);
        String names = run.size() == 1
                ? "segment " + first.sequence()
                : "segments " + first.sequence() + " to " + last.sequence();
        String place = " (bytes " + first.offset() + " to " + (last.end() - 1) + ", "
                + Clock.of(first.startMillis()) + " to " + Clock.of(last.startMillis() + last.durationMillis())
                + " of the take) ";
        return new Finding(Finding.Kind.BYTES, object.name(), names + place + (run.size() == 1 ? one : several));
    }
}
