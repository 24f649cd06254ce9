package org.knightswatch.integration.interleavings;

import java.util.List;
import java.util.stream.IntStream;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Demo;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.ground.OwnServer;
import org.knightswatch.integration.ground.RedisService;

/** The server that all tries share, with its Redis and its staff. Starting one takes longer than many steps. */
final class House {

    private static final int PROCTORS = 4;

    /** Each costs half a minute. */
    private static final int KILLED_AT_MOST = Integer.getInteger("knightswatch.test.kills", 1);

    private final OwnServer server = OwnServer.get();
    private final Demo demo = Demo.of(server.demo());
    private final List<String> proctors;
    private volatile Api administrator;
    private int kills;

    House() {
        StaffBrowser browser = signIn();
        proctors = IntStream.range(0, PROCTORS)
                .mapToObj(i -> browser.hire("Proctor " + i))
                .toList();
    }

    Api nobody() {
        return Api.at(demo.address());
    }

    Api partner() {
        return nobody().bearer(demo.serviceKey());
    }

    Api administrator() {
        return administrator;
    }

    List<String> proctors() {
        return proctors;
    }

    boolean mayBeKilled() {
        return kills < KILLED_AT_MOST;
    }

    void killAndRestart() {
        kills++;
        server.kill();
        server.start();
        signIn();
    }

    RedisService redis() {
        return server.redis();
    }

    private StaffBrowser signIn() {
        StaffBrowser browser = StaffBrowser.signIn(demo, "admin");
        administrator = browser.onPage("/admin/exams");
        return browser;
    }
}
