package org.knightswatch.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the server itself says of the recording of one candidate's track. */
final class GapReport {

    private final JsonNode report;

    private GapReport(JsonNode report) {
        this.report = report;
    }

    static GapReport of(String attempt) {
        return of(attempt, "camera");
    }

    static GapReport of(String attempt, String wanted) {
        for (JsonNode track :
                Product.running().api("/attempts/" + attempt + "/recording").get("tracks")) {
            if (track.get("track").asText().equals(wanted)) {
                return new GapReport(track);
            }
        }
        throw new IllegalStateException("Nothing is known of the " + wanted + " of " + attempt);
    }

    String state() {
        return report.get("state").asText();
    }

    boolean isVerified() {
        return report.get("verified").asBoolean();
    }

    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (JsonNode gap : report.get("gaps")) {
            gaps.add(new Gap(
                    moment(gap.get("from")),
                    moment(gap.get("to")),
                    gap.get("cause").asText()));
        }
        return gaps;
    }

    private static long moment(JsonNode time) {
        return Instant.parse(time.asText()).toEpochMilli();
    }

    /** A time of which there is no recording, in milliseconds since 1970. */
    record Gap(long from, long to, String cause) {

        long millis() {
            return to - from;
        }
    }
}
