package org.knightswatch.recording;

import java.time.Instant;
import java.util.List;
import org.knightswatch.exam.Track;

/** All that is known of an attempt's recording, track by track. */
public record RecordingReport(List<TrackReport> tracks) {

    /**
     * One track.
     *
     * @param verified the seconds rest on bytes that the archiver has read, not on the client's word
     * @param liveSeconds held within 30 s of their time
     * @param purgedAt when all that was recorded was removed: then its takes and gaps, and what was live, are not known
     *     any more; null: it was not
     * @param playlistVersion rises when the playlist did not only grow: a player asks anew
     * @param sources which source covers which time, in order and without overlaps; what nobody covers is left out
     */
    public record TrackReport(
            Track track,
            RecordingState state,
            boolean verified,
            double recordedSeconds,
            double expectedSeconds,
            double liveSeconds,
            Instant from,
            Instant to,
            int playlistVersion,
            List<TakeReport> takes,
            List<Gap> gaps,
            List<Source> sources,
            Instant purgedAt) {

        /** What is left to tell of a recording that was purged. */
        static TrackReport remainder(RecordingSummary known, Instant to, int playlistVersion) {
            long expectedMillis = Math.round(known.expectedSeconds() * 1000);
            return new TrackReport(
                    known.track(),
                    known.state(),
                    known.verified(),
                    known.recordedSeconds(),
                    known.expectedSeconds(),
                    0,
                    to.minusMillis(expectedMillis),
                    to,
                    playlistVersion,
                    List.of(),
                    List.of(),
                    List.of(),
                    known.purgedAt());
        }

        TrackReport with(List<Source> otherSources, List<Gap> otherGaps) {
            return new TrackReport(
                    track,
                    state,
                    verified,
                    recordedSeconds,
                    expectedSeconds,
                    liveSeconds,
                    from,
                    to,
                    playlistVersion,
                    takes,
                    otherGaps,
                    otherSources,
                    purgedAt);
        }

        double missingSeconds() {
            return gaps.stream().mapToDouble(Gap::seconds).sum();
        }
    }

    /**
     * A stretch of time that somebody has recorded.
     *
     * @param source {@value #RECORDER}, or the name of whoever made the copy
     * @param object the copy in the archive; null for our own recorder
     * @param startMillis how far into the copy this stretch begins; null for our own recorder
     */
    public record Source(String source, Instant from, Instant to, String object, Long startMillis) {

        /** Our own recorder, in the candidate's browser. */
        public static final String RECORDER = "recorder";
    }

    /**
     * One take.
     *
     * @param archived the object that it is in the archive; null: not yet
     * @param held sequences that the store holds, as ranges of first and last
     * @param missing sequences that must be there and are not
     * @param witnessed how many segments the page at the live socket vouched for
     */
    public record TakeReport(
            TakeId takeId,
            int number,
            String mimeType,
            String state,
            Instant startedAt,
            Instant announcedAt,
            Integer lastSequence,
            CloseReason closeReason,
            boolean verified,
            String fault,
            String archived,
            double recordedSeconds,
            List<int[]> held,
            List<int[]> missing,
            int witnessed) {}
}
