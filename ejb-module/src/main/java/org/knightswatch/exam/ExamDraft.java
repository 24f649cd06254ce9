package org.knightswatch.exam;

import java.time.Instant;
import java.util.List;

/**
 * An exam as somebody wishes it to be. What may be left out is null then, and gets its default.
 *
 * @param code see {@link ExamCode}
 * @param startsAt from when candidates may join
 * @param endsAt when it ends for those without extra time
 * @param roomSize seats a room, 1 to 100
 * @param proctorsPerRoom 0 to 10
 * @param provider id of a media provider; default {@code direct}
 * @param environment code of an environment; default {@code default}
 * @param tracks default {@code [camera]}; the camera is always recorded
 * @param examUrl the page with the questions; null: our sample test
 * @param consent null: the standard text as version 1
 * @param takeover default ALLOW
 * @param attempts how many each candidate may have, 1 to 10; default 1
 * @param quality default STANDARD
 */
public record ExamDraft(
        String code,
        String title,
        Instant startsAt,
        Instant endsAt,
        Integer roomSize,
        Integer proctorsPerRoom,
        Seating seating,
        String provider,
        String environment,
        List<Track> tracks,
        String examUrl,
        ConsentDraft consent,
        Takeover takeover,
        Integer attempts,
        Quality quality) {}
