package org.knightswatch.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what was found in many folders, and sees what no single one shows: that two are the same recording. */
final class Tally {

    private final Map<String, String> places = new HashMap<>();
    private final Map<String, Integer> keys = new TreeMap<>();
    private final List<Finding> findings;
    private int whole;
    private int broken;
    private int undecided;

    /** Begins with what was found beside the recordings. */
    Tally(List<Finding> beside) {
        findings = List.copyOf(beside);
    }

    /** Adds one recording; answers all that was found about it. */
    Findings add(String where, Findings found) {
        Findings all = found.body().map(body -> once(where, found, body)).orElse(found);
        whole += all.isWhole() ? 1 : 0;
        undecided += all.isUndecided() ? 1 : 0;
        broken += all.isWhole() || all.isUndecided() ? 0 : 1;
        if (all.key() != null) {
            keys.merge(all.key().fingerprint().hex(), 1, Integer::sum);
        }
        return all;
    }

    private Findings once(String where, Findings found, ManifestBody body) {
        String other = places.putIfAbsent(body.attempt().id() + " " + body.track(), where);
        if (other == null) {
            return found;
        }
        List<Finding> list = new ArrayList<>(found.list());
        list.add(new Finding(Finding.Kind.TWICE, Manifest.NAME, "is of the same recording as in " + other));
        return new Findings(found.manifest(), found.key(), found.trusted(), list);
    }

    int recordings() {
        return whole + broken + undecided;
    }

    int whole() {
        return whole;
    }

    int broken() {
        return broken;
    }

    int undecided() {
        return undecided;
    }

    /** Found beside the recordings. */
    List<Finding> findings() {
        return findings;
    }

    /** How many recordings each key has sealed, by its fingerprint. */
    Map<String, Integer> keys() {
        return keys;
    }

    /** What the command ends with. */
    int status() {
        boolean unreadable = findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.UNREADABLE);
        boolean wrong = findings.stream().anyMatch(finding -> finding.kind() != Finding.Kind.UNREADABLE);
        if (broken > 0 || wrong) {
            return 1;
        }
        return undecided > 0 || unreadable || recordings() == 0 ? 2 : 0;
    }
}
