package org.knightswatch.web.review;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.review.ReviewListing;
import org.knightswatch.review.ReviewOrder;
import org.knightswatch.review.ReviewRow;
import org.knightswatch.web.faces.Query;
import org.knightswatch.web.faces.Rows;

/** The list of attempts to review, narrowed down by what stands in the page's address. */
@Named("reviewList")
@ViewScoped
public class ReviewListView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ReviewListing listing;

    private final Map<String, String> asked = new HashMap<>();
    private ListFilters filters = ListFilters.of(Map.of());
    private List<String> exams = List.of();
    private List<Tab> tabs = List.of();
    private String next;

    private final Rows<ReviewRow> rows =
            new Rows<>(query -> listing.list(filters.filter(), order(query), descending(query), query.page()));

    public void load() {
        filters = ListFilters.of(asked);
        exams = listing.exams();
        tabs = List.of(
                tab("All", null, null),
                tab("Open", null, VerdictChoice.OPEN),
                tab("Running now", StateChoice.NOW, null),
                tab("Decided", null, VerdictChoice.DECIDED));
        next = listing.nextOpen(Optional.empty()).map(AttemptId::toString).orElse(null);
    }

    private Tab tab(String label, StateChoice state, VerdictChoice verdict) {
        ListFilters of = ListFilters.ofExam(filters.exam(), state, verdict);
        return new Tab(label, of.address(), listing.count(of.filter()), of.equals(filters));
    }

    private static ReviewOrder order(Query query) {
        return switch (query.sort()) {
            case "candidate" -> ReviewOrder.CANDIDATE;
            case "missing" -> ReviewOrder.MISSING;
            case "ended" -> ReviewOrder.ENDED;
            default -> ReviewOrder.SEVERITY;
        };
    }

    private static boolean descending(Query query) {
        return query.sort().isEmpty() || query.descending();
    }

    /** What the list is narrowed down to, each with the address of the list without it. */
    public List<Tab> getPills() {
        return filters.parts().stream().map(part -> pill(part, 0)).toList();
    }

    /** What hides most, when nothing is left: one, or none. */
    public List<Tab> getHints() {
        return filters.parts().stream()
                .map(part ->
                        pill(part, listing.count(filters.without(part.name()).filter())))
                .filter(pill -> pill.count() > 0)
                .max(Comparator.comparingLong(Tab::count))
                .stream()
                .toList();
    }

    private Tab pill(ListFilters.Part part, long count) {
        return new Tab(part.label(), filters.without(part.name()).address(), count, false);
    }

    public Map<String, String> getAsked() {
        return asked;
    }

    public String getExam() {
        return filters.exam();
    }

    public Rows<ReviewRow> getRows() {
        return rows;
    }

    public List<String> getExams() {
        return exams;
    }

    public List<Tab> getTabs() {
        return tabs;
    }

    /** The attempt that waits longest for a verdict; null when none does. */
    public String getNext() {
        return next;
    }
}
