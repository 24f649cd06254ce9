package org.knightswatch.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.knightswatch.audit.AuditRow;
import org.knightswatch.audit.AuditSealer;
import org.knightswatch.audit.AuditTrail;
import org.knightswatch.audit.ChainCheck;
import org.knightswatch.web.faces.Rows;

/** Who did what when, and whether that is still as it was written. */
@Named("adminAudit")
@ViewScoped
public class AdminAuditView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    AuditTrail trail;

    @Inject
    AuditSealer sealer;

    private final Rows<AuditRow> rows = new Rows<>(query -> trail.list(query.part(), query.page()));
    private transient ChainCheck check;

    public void compare() {
        check = sealer.check();
    }

    public Rows<AuditRow> getRows() {
        return rows;
    }

    public ChainCheck getCheck() {
        return check;
    }
}
