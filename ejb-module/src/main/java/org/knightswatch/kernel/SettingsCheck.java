package org.knightswatch.kernel;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Looks at every setting before anything else runs: the application does not start on a value that can't be used. */
@Singleton
@Startup
public class SettingsCheck {

    @Inject
    @Any
    Instance<Settings> settings;

    @PostConstruct
    void check() {
        settings.forEach(group -> group.all().forEach(Setting::check));
    }
}
