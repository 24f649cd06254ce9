package org.knightswatch.evidence;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Tells programs: one line of JSON for each recording, and one for all. */
final class JsonReport implements Report {

    private final PrintStream out;

    JsonReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void recording(String where, Findings findings) {
        Members line = Members.write()
                .with("kind", "recording")
                .with("where", where)
                .with("whole", findings.isWhole())
                .with("undecided", findings.isUndecided())
                .with("key", findings.key() == null ? null : findings.key().fingerprint())
                .with("trusted", findings.trusted())
                .with("findings", list(findings.list()));
        findings.body().ifPresent(body -> line.with("says", body.head()));
        print(line);
    }

    @Override
    public void end(Tally tally) {
        print(Members.write()
                .with("kind", "summary")
                .with("recordings", tally.recordings())
                .with("whole", tally.whole())
                .with("notWhole", tally.broken())
                .with("undecided", tally.undecided())
                .with("keys", tally.keys())
                .with("findings", list(tally.findings()))
                .with("status", tally.status()));
    }

    private static List<Map<String, Object>> list(List<Finding> findings) {
        return findings.stream()
                .map(finding -> Members.write()
                        .with("kind", finding.kind())
                        .with("where", finding.where())
                        .with("text", finding.text())
                        .map())
                .toList();
    }

    private void print(Members line) {
        byte[] json = CanonicalJson.bytes(line.map());
        out.write(json, 0, json.length);
        out.println();
        out.flush();
    }
}
