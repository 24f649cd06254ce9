package org.knightswatch.exam;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An exam for tests that need one and do not care which. */
public final class AnExam {

    private AnExam() {}

    public static ExamView between(Instant startsAt, Instant endsAt) {
        return new ExamView(
                new ExamId(UUID.randomUUID()),
                new ExamCode("THERMO"),
                "Thermodynamics",
                startsAt,
                endsAt,
                25,
                1,
                Seating.FILL,
                "direct",
                new EnvironmentView(UUID.randomUUID(), "default", "Default"),
                List.of(Track.CAMERA),
                null,
                Framing.UNKNOWN,
                "1",
                Takeover.ALLOW,
                1,
                Quality.STANDARD,
                0);
    }
}
