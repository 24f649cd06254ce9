package org.knightswatch.recording;

import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.store.ObjectKey;

/**
 * A take as others see it.
 *
 * @param key the row's own id
 * @param number from 1 within its attempt, in the order in which takes were announced
 * @param objectPrefix what the names of all its segments in the store begin with
 * @param lastSequence null while it is open; -1: nothing was recorded
 * @param verifiedAt when the archiver had read all its bytes; null: not yet
 * @param fault what the archiver found wrong; null: nothing
 * @param archivedAt when all its bytes lay in the archive; null: not yet
 * @param archived null when there is nothing of it there
 * @param witnessed how many of its segments the page at the live socket vouched for
 */
public record TakeView(
        UUID key,
        AttemptId attempt,
        TakeId id,
        int number,
        Track track,
        String mimeType,
        String objectPrefix,
        Instant startedAt,
        Instant announcedAt,
        GapCause before,
        Integer lastSequence,
        CloseReason closeReason,
        Instant closedAt,
        Instant verifiedAt,
        String fault,
        Instant archivedAt,
        ArchivedTake archived,
        int witnessed) {

    public boolean isClosed() {
        return lastSequence != null;
    }

    /** The mime type without its codecs: what the store keeps and serves segments as. */
    public String mediaType() {
        return mimeType.split(";", 2)[0];
    }

    /** Where the store has a segment. */
    public ObjectKey keyOf(SegmentView segment) {
        return ObjectKey.of(SegmentKeys.key(objectPrefix, segment.sequence(), segment.sha256(), mimeType));
    }

    /** Where players read it once it is archived, relative to the calls about its recording. */
    String path() {
        return "takes/" + id + (isMp4() ? ".mp4" : ".webm");
    }

    /** Whether a key in its folder is the name of a segment, of whatever bytes. */
    public boolean isSegment(String key) {
        return key.startsWith(objectPrefix)
                && SegmentKeys.draft(objectPrefix, key, 1).isPresent();
    }

    /** Whether there is a picture in it: while a camera is away, its microphone goes on alone. */
    public boolean hasPicture() {
        return !mimeType.matches(".*codecs=\"?(opus|mp4a[.0-9A-Za-z]*)\"?");
    }

    /** Fragmented MP4, which plays as HLS; anything else is WebM. */
    public boolean isMp4() {
        return mimeType.startsWith("video/mp4");
    }
}
