package org.knightswatch.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Set;
import org.knightswatch.reconciliation.DifferenceView;
import org.knightswatch.reconciliation.Differences;
import org.knightswatch.reconciliation.ReconciliationRows;
import org.knightswatch.reconciliation.StoreAccount;
import org.knightswatch.reconciliation.StoreAccounts;
import org.knightswatch.transcript.Recovery;
import org.knightswatch.transcript.RecoveryRuns;
import org.knightswatch.transcript.RecoveryView;
import org.knightswatch.web.faces.Rows;

/** How the store compares with the rows, and rebuilding these from it. */
@Named("adminStore")
@ViewScoped
public class AdminStoreView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    StoreAccounts accounts;

    @Inject
    Differences differences;

    @Inject
    ReconciliationRows reconciliations;

    @Inject
    Recovery recovery;

    @Inject
    RecoveryRuns runs;

    private final Rows<DifferenceView> rows = new Rows<>(query -> differences.list(query.page()));
    private transient StoreAccount account;
    private transient RecoveryView run;

    /** Looks afresh. */
    @PostConstruct
    public void load() {
        account = accounts.now();
        run = runs.progress().orElse(null);
    }

    public void compare() {
        reconciliations.dueNow();
        load();
    }

    public void rebuild() {
        recovery.begin(Set.of());
        load();
    }

    public StoreAccount getAccount() {
        if (account == null) {
            load();
        }
        return account;
    }

    /** The newest rebuilding; null: there never was one. */
    public RecoveryView getRun() {
        return run;
    }

    /** Whether something goes on that is worth looking at again. */
    public boolean isBusy() {
        return getAccount().waiting() > 0 || (run != null && run.underWay());
    }

    public Rows<DifferenceView> getRows() {
        return rows;
    }
}
