package org.knightswatch.web.proctor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Reach;
import org.knightswatch.identity.Role;
import org.knightswatch.wall.WallService;
import org.knightswatch.web.security.Caller;

/** The page of the rooms: which exam it shows, and whether the reader may move anything. The rest comes by the API. */
@Named("proctorRooms")
@RequestScoped
public class RoomsView {

    @Inject
    ExamService exams;

    @Inject
    WallService wall;

    @Inject
    Caller caller;

    private String exam;
    private ExamView shown;

    /** Proctors see exams that they are on duty in, the only one without asking. */
    public void load() {
        if (isMoves()) {
            shown = exam == null ? null : exams.require(ExamCode.fromString(exam), Reach.EVERYTHING);
            return;
        }
        List<ExamView> own = wall.watchedExams(caller.staff().id());
        shown = own.stream()
                .filter(it -> exam == null ? own.size() == 1 : it.code().value().equalsIgnoreCase(exam))
                .findFirst()
                .orElse(null);
    }

    public boolean isMoves() {
        return caller.is(Role.ADMINISTRATOR);
    }

    /** The exam that is shown; null when it is still to be chosen, or is none of the proctor's. */
    public ExamView getShown() {
        return shown;
    }

    public String getExam() {
        return exam;
    }

    public void setExam(String exam) {
        this.exam = exam;
    }
}
