package org.knightswatch.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.knightswatch.archive.ArchiveSettings;
import org.knightswatch.kernel.SettingRow;
import org.knightswatch.kernel.SettingsListing;
import org.knightswatch.web.faces.Rows;

/** The server's settings, to be read: operators change them where the server gets them from. */
@Named("adminSettings")
@ViewScoped
public class AdminSettingsView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    SettingsListing settings;

    @Inject
    ArchiveSettings archive;

    private final Rows<SettingRow> rows = new Rows<>(query -> settings.list(query.part(), query.page()));

    /** Where a recording of a made-up candidate would be archived. */
    public String getArchiveExample() {
        return archive.example();
    }

    public Rows<SettingRow> getRows() {
        return rows;
    }
}
