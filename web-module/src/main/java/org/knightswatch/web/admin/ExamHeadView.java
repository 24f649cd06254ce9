package org.knightswatch.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Reach;
import org.knightswatch.roster.DutyService;
import org.knightswatch.roster.EnrolmentService;

/** The exam that a page of it is about, and what its tabs count. */
@Named("examHead")
@ViewScoped
public class ExamHeadView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ExamService exams;

    @Inject
    EnrolmentService enrolments;

    @Inject
    DutyService duties;

    private String code;
    private transient ExamView exam;
    private long candidates;
    private int proctors;

    /** Asks anew: an exam that is unknown has no page. */
    public void load() {
        show(exams.require(ExamCode.fromString(code), Reach.EVERYTHING));
    }

    void show(ExamView shown) {
        exam = shown;
        code = shown.code().value();
        count();
    }

    public void count() {
        candidates = enrolments.count(getExam().id());
        proctors = duties.on(getExam().id()).size();
    }

    public ExamView getExam() {
        if (exam == null && code != null) {
            load();
        }
        return exam;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public long getCandidates() {
        return candidates;
    }

    public int getProctors() {
        return proctors;
    }
}
