package org.knightswatch.web.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIData;
import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * The rows of a table, fetched page by page from a service, and the text that is looked for in them. Another text begins
 * at the first page again.
 */
public class Rows<T> extends LazyDataModel<T> {

    private static final long serialVersionUID = 1L;

    private final Source<T> source;
    private String part = "";
    private boolean restart;

    public Rows(Source<T> source) {
        this.source = source;
    }

    /** Zero, because a page brings the total along. */
    @Override
    public int count(Map<String, FilterMeta> filters) {
        return 0;
    }

    @Override
    public List<T> load(int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
        int from = restart ? 0 : first;
        restart = false;
        Page<T> page = ask(from, size, sorts);
        if (page.items().isEmpty() && page.total() > 0) {
            from = recalculateFirst(from, size, Math.toIntExact(page.total()));
            page = ask(from, size, sorts);
        }
        setRowCount(Math.toIntExact(page.total()));
        tell(from);
        return page.items();
    }

    private Page<T> ask(int first, int size, Map<String, SortMeta> sorts) {
        PageRequest page = PageRequest.of(first / size, size);
        return sorts.values().stream()
                .filter(SortMeta::isActive)
                .findFirst()
                .map(sort -> new Query(part, sort.getField(), sort.getOrder().isDescending(), page))
                .map(source::page)
                .orElseGet(() -> source.page(new Query(part, "", false, page)));
    }

    /** The table that is being fetched for stands on another page now. */
    private static void tell(int first) {
        FacesContext context = FacesContext.getCurrentInstance();
        if (context != null && UIComponent.getCurrentComponent(context) instanceof UIData table) {
            table.setFirst(first);
        }
    }

    public String getPart() {
        return part;
    }

    public void setPart(String text) {
        String wanted = text == null ? "" : text.strip();
        restart |= !Objects.equals(part, wanted);
        part = wanted;
    }

    /** Where the rows come from. */
    @FunctionalInterface
    public interface Source<T> extends Serializable {

        Page<T> page(Query query);
    }
}
