package org.knightswatch.web.admin;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.knightswatch.exam.ExamDraft;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Quality;
import org.knightswatch.exam.Seating;
import org.knightswatch.exam.Takeover;
import org.knightswatch.exam.Track;

/** What is typed about an exam, wrong or right; times are those of the reader's zone. */
public class ExamForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String code;
    private String title;
    private LocalDateTime startsAt;
    private LocalDateTime endsAt;
    private Integer roomSize = 25;
    private Integer proctorsPerRoom = 1;
    private Seating seating = Seating.FILL;
    private String provider = "direct";
    private String environment = "default";
    private boolean screen;
    private String examUrl;
    private Takeover takeover = Takeover.ALLOW;
    private Integer attempts = 1;
    private Quality quality = Quality.STANDARD;
    private Instant startedBefore;
    private Instant endedBefore;

    static ExamForm of(ExamView exam, ZoneId zone) {
        ExamForm form = new ExamForm();
        form.code = exam.code().value();
        form.title = exam.title();
        form.startsAt = minute(exam.startsAt(), zone);
        form.endsAt = minute(exam.endsAt(), zone);
        form.roomSize = exam.roomSize();
        form.proctorsPerRoom = exam.proctorsPerRoom();
        form.seating = exam.seating();
        form.provider = exam.provider();
        form.environment = exam.environment().code();
        form.screen = exam.records(Track.SCREEN);
        form.examUrl = exam.examUrl();
        form.takeover = exam.takeover();
        form.attempts = exam.attempts();
        form.quality = exam.quality();
        form.startedBefore = exam.startsAt();
        form.endedBefore = exam.endsAt();
        return form;
    }

    ExamDraft draft(ZoneId zone) {
        return new ExamDraft(
                code,
                title,
                instant(startsAt, startedBefore, zone),
                instant(endsAt, endedBefore, zone),
                roomSize,
                proctorsPerRoom,
                seating,
                provider,
                environment,
                screen ? List.of(Track.CAMERA, Track.SCREEN) : List.of(Track.CAMERA),
                examUrl,
                null,
                takeover,
                attempts,
                quality);
    }

    private static LocalDateTime minute(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    }

    /** A field shows no seconds: one that was not touched keeps them. */
    private static Instant instant(LocalDateTime typed, Instant before, ZoneId zone) {
        if (typed == null) {
            return null;
        }
        boolean untouched = before != null && minute(before, zone).equals(typed);
        return untouched ? before : typed.atZone(zone).toInstant();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public LocalDateTime getStartsAt() {
        return startsAt;
    }

    public void setStartsAt(LocalDateTime startsAt) {
        this.startsAt = startsAt;
    }

    public LocalDateTime getEndsAt() {
        return endsAt;
    }

    public void setEndsAt(LocalDateTime endsAt) {
        this.endsAt = endsAt;
    }

    public Integer getRoomSize() {
        return roomSize;
    }

    public void setRoomSize(Integer roomSize) {
        this.roomSize = roomSize;
    }

    public Integer getProctorsPerRoom() {
        return proctorsPerRoom;
    }

    public void setProctorsPerRoom(Integer proctorsPerRoom) {
        this.proctorsPerRoom = proctorsPerRoom;
    }

    public Seating getSeating() {
        return seating;
    }

    public void setSeating(Seating seating) {
        this.seating = seating;
    }

    public String getProvider() {
        return provider;
    }

    public void setProvider(String provider) {
        this.provider = provider;
    }

    public String getEnvironment() {
        return environment;
    }

    public void setEnvironment(String environment) {
        this.environment = environment;
    }

    public boolean isScreen() {
        return screen;
    }

    public void setScreen(boolean screen) {
        this.screen = screen;
    }

    public String getExamUrl() {
        return examUrl;
    }

    public void setExamUrl(String examUrl) {
        this.examUrl = examUrl;
    }

    public Takeover getTakeover() {
        return takeover;
    }

    public void setTakeover(Takeover takeover) {
        this.takeover = takeover;
    }

    public Integer getAttempts() {
        return attempts;
    }

    public void setAttempts(Integer attempts) {
        this.attempts = attempts;
    }

    public Quality getQuality() {
        return quality;
    }

    public void setQuality(Quality quality) {
        this.quality = quality;
    }
}
