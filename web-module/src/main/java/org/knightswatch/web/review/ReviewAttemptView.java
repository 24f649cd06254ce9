package org.knightswatch.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptListing;
import org.knightswatch.attempt.AttemptRow;
import org.knightswatch.exam.ExamService;
import org.knightswatch.review.ReviewListing;

/** The review of one attempt: whose it is. All else comes through the API, because it changes while one looks. */
@Named("reviewAttempt")
@RequestScoped
public class ReviewAttemptView {

    @Inject
    AttemptListing attempts;

    @Inject
    ExamService exams;

    @Inject
    ReviewListing reviews;

    private String id;
    private AttemptRow row;

    public void load() {
        row = attempts.find(AttemptId.fromString(id)).orElse(null);
    }

    public boolean isKnown() {
        return row != null;
    }

    public String getName() {
        return row.name();
    }

    public String getCandidateId() {
        return row.candidateId();
    }

    public int getNumber() {
        return row.attempt().number();
    }

    public String getExamCode() {
        return exams.require(row.attempt().exam()).code().value();
    }

    /** The attempt to review after this one; null when none is open. */
    public String getNext() {
        return reviews.nextOpen(Optional.of(row.attempt().id()))
                .map(AttemptId::toString)
                .orElse(null);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
