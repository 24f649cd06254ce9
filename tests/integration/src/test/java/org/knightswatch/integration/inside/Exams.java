package org.knightswatch.integration.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.knightswatch.exam.ExamDraft;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Reach;
import org.knightswatch.exam.Seating;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.ServerClock;

/** Makes exams by the service itself, inside whatever transaction there is. */
@ApplicationScoped
public class Exams {

    @Inject
    ExamService exams;

    @Inject
    ServerClock clock;

    public ExamView make() {
        return exams.create(
                new ExamDraft(
                        "I-" + UUID.randomUUID(),
                        "Statics",
                        clock.instant(),
                        clock.instant().plus(Duration.ofHours(2)),
                        10,
                        1,
                        Seating.FILL,
                        null,
                        null,
                        List.of(Track.CAMERA),
                        null,
                        null,
                        null,
                        null,
                        null),
                Reach.EVERYTHING);
    }
}
