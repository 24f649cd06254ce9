package org.knightswatch.exam;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An exam as it is, for the rest of the application.
 *
 * @param attempts how many each candidate may have; an administrator may allow one of them more
 */
public record ExamView(
        ExamId id,
        ExamCode code,
        String title,
        Instant startsAt,
        Instant endsAt,
        int roomSize,
        int proctorsPerRoom,
        Seating seating,
        String provider,
        EnvironmentView environment,
        List<Track> tracks,
        String examUrl,
        Framing framing,
        String consentVersion,
        Takeover takeover,
        int attempts,
        Quality quality,
        long version) {

    public UUID key() {
        return id.value();
    }

    /** Whether candidates may join at a moment. */
    public boolean isOpen(Instant now) {
        return !now.isBefore(startsAt) && now.isBefore(endsAt);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }

    public boolean records(Track track) {
        return tracks.contains(track);
    }
}
