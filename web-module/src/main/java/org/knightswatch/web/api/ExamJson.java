package org.knightswatch.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.knightswatch.exam.ConsentDraft;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Quality;
import org.knightswatch.exam.Seating;
import org.knightswatch.exam.Takeover;
import org.knightswatch.exam.Track;

/** An exam as the API shows it: the same fields that are sent, so that what was read can be sent back. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExamJson(
        String code,
        String title,
        Instant startsAt,
        Instant endsAt,
        int roomSize,
        int proctorsPerRoom,
        Seating seating,
        String provider,
        String environment,
        List<Track> tracks,
        String examUrl,
        ConsentDraft consent,
        Takeover takeover,
        int attempts,
        Quality quality) {

    static ExamJson of(ExamView exam, ConsentDraft consent) {
        return new ExamJson(
                exam.code().value(),
                exam.title(),
                exam.startsAt(),
                exam.endsAt(),
                exam.roomSize(),
                exam.proctorsPerRoom(),
                exam.seating(),
                exam.provider(),
                exam.environment().code(),
                exam.tracks(),
                exam.examUrl(),
                consent,
                exam.takeover(),
                exam.attempts(),
                exam.quality() == Quality.STANDARD ? null : exam.quality());
    }
}
