package org.knightswatch.integration.ground;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts the surroundings before anything else, and tells Arquillian where its server is to run. */
public final class WholeRun implements LauncherSessionListener {

    private static final String DATABASE = "knightswatch.test.database";

    private Surroundings surroundings;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        surroundings = Surroundings.start(System.getProperty(DATABASE, "h2"));
        ServerFolder server = surroundings.server();
        System.setProperty("knightswatch.test.home", ServerFolder.HOME.toString());
        System.setProperty("knightswatch.test.java", String.join(" ", ServerFolder.JAVA));
        System.setProperty("knightswatch.test.base", server.path().toString());
        System.setProperty("knightswatch.test.settings", server.settings().toString());
        System.setProperty("knightswatch.demo.file", server.demo().toString());
        System.setProperty("knightswatch.test.management", Integer.toString(server.managementPort()));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        OwnServer.stop();
        surroundings.close();
    }
}
