package org.knightswatch.web.proctor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.knightswatch.exam.ExamView;
import org.knightswatch.still.StillSettings;
import org.knightswatch.wall.WallService;
import org.knightswatch.web.security.Caller;

/** The wall's page: which exam it shows. Everything on it comes by the API and the socket. */
@Named("proctorWall")
@RequestScoped
public class WallView {

    @Inject
    WallService wall;

    @Inject
    Caller caller;

    @Inject
    StillSettings stills;

    private String exam;
    private List<ExamView> exams = List.of();

    /** Looks up the proctor's exams; the only one is taken without asking. */
    public void load() {
        exams = wall.watchedExams(caller.staff().id());
        if (exam == null && exams.size() == 1) {
            exam = exams.get(0).code().value();
        }
    }

    /** The exam that is shown; null when it is still to be chosen, or is none of the proctor's. */
    public ExamView getShown() {
        return Optional.ofNullable(exam)
                .flatMap(code -> exams.stream()
                        .filter(it -> it.code().value().equalsIgnoreCase(code))
                        .findFirst())
                .orElse(null);
    }

    /** How often a still is kept; 0: never. */
    public long getStillMillis() {
        return stills.every().toMillis();
    }

    public List<ExamView> getExams() {
        return exams;
    }

    public String getExam() {
        return exam;
    }

    public void setExam(String exam) {
        this.exam = exam;
    }
}
