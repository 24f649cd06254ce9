package org.knightswatch.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.kernel.PageRequest;

/** Makes the first administrator when there is nobody yet, from the settings: somebody has to begin. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class FirstStart {

    private static final Logger LOG = Logger.getLogger(FirstStart.class.getName());

    @Inject
    StaffService staff;

    @Inject
    FirstStartSettings settings;

    @PostConstruct
    void begin() {
        boolean nobody = staff.list("", PageRequest.first(1)).total() == 0;
        if (nobody && !settings.password().isEmpty()) {
            staff.create(new StaffDraft(
                    settings.name(), settings.name(), EnumSet.of(Role.ADMINISTRATOR), settings.password()));
            LOG.log(Level.INFO, "Made the first administrator, {0}", settings.name());
        }
    }
}
