package org.knightswatch.evidence;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells people. Nothing that a manifest says can move their cursor or turn their text around. */
final class PlainReport implements Report {

    private final PrintStream out;
    private final boolean keysGiven;

    PlainReport(PrintStream out, boolean keysGiven) {
        this.out = out;
        this.keysGiven = keysGiven;
    }

    @Override
    public void recording(String where, Findings findings) {
        say(where);
        findings.body().ifPresent(this::describe);
        if (findings.key() != null) {
            say("  signed by key " + findings.key().fingerprint() + trust(findings));
        }
        if (findings.isWhole()) {
            say("  WHOLE: every byte is as it was sealed");
        } else {
            say(findings.isUndecided() ? "  CAN'T BE TOLD:" : "  NOT WHOLE:");
            tell(findings.list());
        }
        out.flush();
    }

    private String trust(Findings findings) {
        if (!keysGiven) {
            return ", which you have to know from elsewhere";
        }
        return findings.trusted() ? ", which you trust" : ", which is not the one you gave";
    }

    private void describe(ManifestBody body) {
        ManifestBody.Recording recording = body.recording();
        say("  says: " + body.track() + " of attempt " + body.attempt().number() + " ("
                + body.attempt().id() + ") of candidate " + body.candidateId() + " in exam "
                + body.exam().code() + " (" + body.exam().environment() + ")");
        say("  says: " + Clock.of(recording.recordedMillis()) + " recorded of " + Clock.of(recording.expectedMillis())
                + ", " + recording.state() + ", sealed " + body.sealedAt());
        say(String.format(
                Locale.ROOT,
                "  says: %,d bytes, files: %d, takes: %d, segments: %d, gaps: %d, other entries: %d",
                body.objects().stream().mapToLong(ArchivedObject::bytes).sum(),
                body.objects().size(),
                count(body, Entry.Take.class),
                count(body, Entry.Segment.class),
                count(body, Entry.Gap.class),
                count(body, Entry.Consent.class) + count(body, Entry.Event.class)));
        Holes.of(body).forEach(hole -> say("  says: " + hole));
    }

    private static long count(ManifestBody body, Class<? extends Entry> kind) {
        return body.entries().stream().filter(kind::isInstance).count();
    }

    @Override
    public void end(Tally tally) {
        if (!tally.findings().isEmpty()) {
            say("Beside the recordings:");
            tell(tally.findings());
        }
        if (tally.recordings() == 0) {
            say("There is no " + Manifest.NAME + " to verify.");
        } else if (tally.recordings() > 1) {
            say(tally.recordings() + " recordings: " + tally.whole() + " whole, " + tally.broken() + " not whole, "
                    + tally.undecided() + " that can't be told");
            say("signed by "
                    + tally.keys().entrySet().stream()
                            .map(key -> "key " + key.getKey() + " (" + key.getValue() + ")")
                            .collect(Collectors.joining(", ")));
        }
        out.flush();
    }

    private void tell(List<Finding> findings) {
        findings.forEach(finding -> say("    " + finding));
    }

    private void say(String line) {
        out.println(line.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?"));
    }
}
