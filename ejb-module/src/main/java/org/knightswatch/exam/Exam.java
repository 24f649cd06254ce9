package org.knightswatch.exam;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.knightswatch.kernel.Ids;

/** One scheduled sitting under one policy. Its code never changes, because links and archives are named by it. */
@Entity
class Exam {

    @Id
    private UUID id;

    private String code;

    @Column(nullable = false)
    private String codeKey;

    @ManyToOne(optional = false)
    private Environment environment;

    private String title;
    private Instant startsAt;
    private Instant endsAt;
    private int roomSize;
    private int proctorsPerRoom;

    @Enumerated(EnumType.STRING)
    private Seating seating;

    private String provider;

    @Enumerated(EnumType.STRING)
    private Takeover takeover;

    private int attempts;

    @Enumerated(EnumType.STRING)
    private Quality quality;

    private boolean screenTrack;
    private String examUrl;

    @Enumerated(EnumType.STRING)
    private Framing framing;

    private String consentVersion;

    @Column(nullable = false)
    private Instant createdAt;

    @Version
    private long version;

    protected Exam() {}

    Exam(ExamPlan plan, Environment environment, Instant now) {
        this.id = Ids.next();
        this.code = plan.code().value();
        this.codeKey = plan.code().key();
        this.createdAt = now;
        follow(plan, environment);
    }

    /** Takes over everything that may change. Rooms that are open already keep their size. */
    final void follow(ExamPlan plan, Environment newEnvironment) {
        environment = newEnvironment;
        title = plan.title();
        startsAt = plan.startsAt();
        endsAt = plan.endsAt();
        roomSize = plan.roomSize();
        proctorsPerRoom = plan.proctorsPerRoom();
        seating = plan.seating();
        provider = plan.provider();
        takeover = plan.takeover();
        attempts = plan.attempts();
        quality = plan.quality();
        screenTrack = plan.tracks().contains(Track.SCREEN);
        if (!Objects.equals(examUrl, plan.examUrl())) {
            framing = Framing.UNKNOWN;
        }
        examUrl = plan.examUrl();
        framing = framing == null ? Framing.UNKNOWN : framing;
    }

    void agreeTo(String newConsentVersion) {
        consentVersion = newConsentVersion;
    }

    void learnFraming(Framing learnt) {
        framing = learnt;
    }

    UUID id() {
        return id;
    }

    UUID environmentId() {
        return environment.id();
    }

    String consentVersion() {
        return consentVersion;
    }

    long version() {
        return version;
    }

    boolean isCalled(ExamCode other) {
        return code.equals(other.value());
    }

    ExamView view() {
        return new ExamView(
                new ExamId(id),
                new ExamCode(code),
                title,
                startsAt,
                endsAt,
                roomSize,
                proctorsPerRoom,
                seating,
                provider,
                environment.view(),
                screenTrack ? List.of(Track.CAMERA, Track.SCREEN) : List.of(Track.CAMERA),
                examUrl,
                framing,
                consentVersion,
                takeover,
                attempts,
                quality,
                version);
    }
}
