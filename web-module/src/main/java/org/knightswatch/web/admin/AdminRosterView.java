package org.knightswatch.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.knightswatch.roster.EnrolmentService;
import org.knightswatch.roster.EnrolmentView;
import org.knightswatch.roster.RosterSettings;
import org.knightswatch.web.faces.Rows;

/** Who is expected in an exam. Importing is the page's script and the API's. */
@Named("adminRoster")
@ViewScoped
public class AdminRosterView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ExamHeadView head;

    @Inject
    EnrolmentService enrolments;

    @Inject
    RosterSettings settings;

    private final Rows<EnrolmentView> rows =
            new Rows<>(query -> enrolments.list(head.getExam().id(), query.part(), query.page()));

    public Rows<EnrolmentView> getRows() {
        return rows;
    }

    public int getMegabytes() {
        return settings.megabytes();
    }
}
