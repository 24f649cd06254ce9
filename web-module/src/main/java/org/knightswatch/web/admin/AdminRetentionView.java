package org.knightswatch.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.knightswatch.retention.HoldView;
import org.knightswatch.retention.Holds;
import org.knightswatch.retention.Keep;
import org.knightswatch.retention.Purges;
import org.knightswatch.retention.Purges.PurgeRow;
import org.knightswatch.retention.RetentionPreview;
import org.knightswatch.retention.RetentionService;
import org.knightswatch.web.faces.Rows;
import org.knightswatch.web.faces.Toasts;
import org.knightswatch.web.security.Caller;

/** How long the recordings of an exam are kept, what would go by another rule, what holds them, and what went. */
@Named("adminRetention")
@ViewScoped
public class AdminRetentionView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ExamHeadView head;

    @Inject
    RetentionService retention;

    @Inject
    Holds holds;

    @Inject
    Purges purges;

    @Inject
    Caller caller;

    @Inject
    Toasts toasts;

    private final Rows<PurgeRow> rows =
            new Rows<>(query -> purges.list(head.getExam().id(), query.page()));
    private Keep keep;
    private Integer days;
    private transient RetentionPreview shown;
    private boolean previewed;
    private String reason;

    public void load() {
        head.load();
        show(retention.preview(head.getExam()));
        previewed = false;
    }

    /** Shows what the rule that is chosen would purge; nothing is changed. */
    public void preview() {
        shown = retention.preview(head.getExam(), keep, keep == Keep.DAYS ? days : null);
        previewed = true;
    }

    public void save() {
        show(retention.change(head.getExam(), keep, keep == Keep.DAYS ? days : null));
        previewed = false;
        toasts.say("Retention saved", "Recordings are kept " + shown.rule().words() + ".");
    }

    public void hold() {
        holds.place(head.getExam().id(), reason, caller.staff());
        reason = null;
        load();
        toasts.say("The exam is on hold", "Nothing of it is purged or erased.");
    }

    public void release() {
        holds.release(head.getExam().id(), reason, caller.staff());
        reason = null;
        load();
        toasts.say("The hold is released", "What is over goes within minutes.");
    }

    private void show(RetentionPreview preview) {
        shown = preview;
        keep = Keep.of(preview.rule());
        days = keep == Keep.DAYS ? preview.rule().days() : null;
    }

    public HoldView getHold() {
        return holds.of(head.getExam().id()).orElse(null);
    }

    /** After a while between two requests it is worked out anew. */
    public RetentionPreview getShown() {
        if (shown == null) {
            shown = retention.preview(head.getExam());
            previewed = false;
        }
        return shown;
    }

    public boolean isPreviewed() {
        return previewed;
    }

    public Rows<PurgeRow> getRows() {
        return rows;
    }

    public Keep getKeep() {
        return keep;
    }

    public void setKeep(Keep keep) {
        this.keep = keep;
    }

    public Integer getDays() {
        return days;
    }

    public void setDays(Integer days) {
        this.days = days;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
