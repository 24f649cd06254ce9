package org.knightswatch.store;

import java.util.Map;

/** The settings of a test, in force until closed. */
final class Configured implements AutoCloseable {

    private final Map<String, String> settings;

    private Configured(Map<String, String> settings) {
        this.settings = settings;
    }

    static Configured by(Map<String, String> settings) {
        settings.forEach(System::setProperty);
        return new Configured(settings);
    }

    @Override
    public void close() {
        settings.keySet().forEach(System::clearProperty);
    }
}
