package org.knightswatch.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.knightswatch.roster.ExamListing;
import org.knightswatch.roster.ExamOrder;
import org.knightswatch.roster.ExamRow;
import org.knightswatch.web.faces.Query;
import org.knightswatch.web.faces.Rows;

/** The list of exams. */
@Named("adminExams")
@ViewScoped
public class AdminExamsView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ExamListing exams;

    private final Rows<ExamRow> rows = new Rows<>(query -> exams.list(query.part(), order(query), query.page()));

    public Rows<ExamRow> getRows() {
        return rows;
    }

    private static ExamOrder order(Query query) {
        return switch (query.sort()) {
            case "title" -> query.descending() ? ExamOrder.TITLE_BACKWARDS : ExamOrder.TITLE;
            case "code" -> query.descending() ? ExamOrder.CODE_BACKWARDS : ExamOrder.CODE;
            case "window" -> query.descending() ? ExamOrder.WINDOW_BACKWARDS : ExamOrder.WINDOW;
            default -> ExamOrder.NEED;
        };
    }
}
