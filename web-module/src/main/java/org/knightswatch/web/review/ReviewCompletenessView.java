package org.knightswatch.web.review;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.knightswatch.attempt.AttemptListing;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Reach;
import org.knightswatch.identity.Role;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.recording.CompletenessFilter;
import org.knightswatch.recording.CompletenessRow;
import org.knightswatch.recording.CompletenessService;
import org.knightswatch.recording.ExamCompleteness;
import org.knightswatch.review.ReviewListing;
import org.knightswatch.roster.EnrolmentService;
import org.knightswatch.web.faces.Rows;
import org.knightswatch.web.security.Caller;

/** How complete the recordings of an exam are, the worst first. */
@Named("reviewCompleteness")
@ViewScoped
public class ReviewCompletenessView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int BARS = 8;

    @Inject
    CompletenessService completeness;

    @Inject
    ReviewListing listing;

    @Inject
    ExamService examService;

    @Inject
    EnrolmentService enrolments;

    @Inject
    AttemptListing attempts;

    @Inject
    Caller caller;

    private String exam;
    private String state;
    private String cause;
    private List<String> exams = List.of();
    private transient ExamView shown;
    private transient ExamCompleteness account;
    private transient List<GapBar> bars;

    private final Rows<CompletenessRow> rows = new Rows<>(query -> completeness.worst(
            getShown().id(), CompletenessFilters.of(state, cause).filter(), query.page()));

    /** Without a word, of the exam that was sat last. */
    public void load() {
        List<String> sat = listing.exams();
        exam = exam == null && !sat.isEmpty() ? sat.get(0) : exam;
        exams = exam == null || sat.contains(exam)
                ? sat
                : Stream.concat(Stream.of(exam), sat.stream()).toList();
        if (exam != null) {
            account = completeness.of(getShown().id());
            bars = GapBar.all(completeness
                    .worst(getShown().id(), CompletenessFilter.ALL, PageRequest.first(BARS))
                    .items());
        }
    }

    /** The exam that is shown; null when nobody has sat any. */
    public ExamView getShown() {
        if (shown == null && exam != null) {
            shown = examService.require(ExamCode.fromString(exam), Reach.EVERYTHING);
        }
        return shown;
    }

    public long getExpected() {
        return enrolments.count(getShown().id());
    }

    public long getJoined() {
        return attempts.countCandidates(getShown().id());
    }

    /** What the table is narrowed down to, each with the address of the page without it. */
    public List<Tab> getPills() {
        return CompletenessFilters.of(state, cause).pills(exam);
    }

    /** Whether the reader may play what was recorded. */
    public boolean isPlays() {
        return caller.is(Role.REVIEWER);
    }

    public ExamCompleteness getAccount() {
        return account;
    }

    public List<GapBar> getBars() {
        return bars;
    }

    public Rows<CompletenessRow> getRows() {
        return rows;
    }

    public List<String> getExams() {
        return exams;
    }

    public String getExam() {
        return exam;
    }

    public void setExam(String exam) {
        this.exam = exam;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getCause() {
        return cause;
    }

    public void setCause(String cause) {
        this.cause = cause;
    }
}
