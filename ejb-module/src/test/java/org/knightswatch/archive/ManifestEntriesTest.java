package org.knightswatch.archive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.Pause;
import org.knightswatch.attempt.SightingKind;
import org.knightswatch.attempt.SightingView;
import org.knightswatch.evidence.Entry;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.ArchivedTake;
import org.knightswatch.recording.KeptCopy;
import org.knightswatch.room.RoomId;
import org.knightswatch.roster.EnrolmentId;

import static org.assertj.core.api.Assertions.assertThat;

class ManifestEntriesTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final ManifestEntries entries = new ManifestEntries();

    @Test
    void tellsTheLifeOfAnAttemptInItsOrderAndNamesNobody() {
        List<Pause> pauses = List.of(new Pause(at(20), at(30), "staff:r.okonjo", "Ada went out"));
        List<SightingView> seen = List.of(
                new SightingView(at(0), SightingKind.JOINED, null, "Ada's browser"),
                new SightingView(at(25), SightingKind.DEVICE_ENDED, Track.CAMERA, "Ada's telephone"),
                new SightingView(at(99), SightingKind.DISCONNECTED, null, null));

        entries.events(attempt(pauses), seen);

        assertThat(entries.all())
                .containsExactly(
                        new Entry.Event(at(0), "JOINED", null),
                        new Entry.Event(at(10), "STARTED", null),
                        new Entry.Event(at(20), "PAUSED", null),
                        new Entry.Event(at(25), "DEVICE_ENDED", "camera"),
                        new Entry.Event(at(30), "RESUMED", null),
                        new Entry.Event(at(60), "COMPLETED", null));
    }

    @Test
    void putsSegmentsBehindTheirTakeWithTheirPlaceInItsObject() {
        entries.take(ArchivePlaylistTest.take(1, "mp4", 0, 1, 4));

        assertThat(entries.all()).hasSize(4);
        assertThat(entries.all().get(0)).isInstanceOf(Entry.Take.class);
        assertThat(entries.all().subList(1, 4))
                .map(entry -> (Entry.Segment) entry)
                .extracting(Entry.Segment::sequence, Entry.Segment::offset)
                .extracting(Object::toString)
                .containsExactly("(0, 0L)", "(1, 100L)", "(4, 201L)");
    }

    @Test
    void tellsHowMuchOfATakeWasWitnessed() {
        entries.witnessed(ArchivePlaylistTest.take(1, "mp4", 0, 1, 4), at(60));

        assertThat(entries.all()).containsExactly(new Entry.Event(at(60), "WITNESSED", "take 1: 2 of 3 segments"));
    }

    @Test
    void saysWhoseACopyIsAndWhenItBegins() {
        ArchivedTake object = new ArchivedTake("copy-janus-1.mp4", 7, Sha256.digest("film"));

        entries.copy(new KeptCopy("janus", at(5), 4_000, object), at(60));

        assertThat(entries.all())
                .containsExactly(new Entry.Event(
                        at(60), "COPY", "copy-janus-1.mp4: by janus, from 2027-03-01T12:00:05Z, 4000 ms"));
    }

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }

    private static AttemptView attempt(List<Pause> pauses) {
        return new AttemptView(
                new AttemptId(new UUID(0, 1)),
                new ExamId(new UUID(0, 2)),
                new EnrolmentId(new UUID(0, 3)),
                1,
                AttemptState.COMPLETED,
                new RoomId(new UUID(0, 4)),
                1,
                at(0),
                at(10),
                at(60),
                null,
                0,
                pauses,
                1,
                null,
                null);
    }
}
