package org.knightswatch.web.faces;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The time zone in which somebody reads and writes times: their browser's, learnt at the sign-in. */
@SessionScoped
public class PageZone implements Serializable {

    private static final long serialVersionUID = 1L;

    private ZoneId zone = ZoneId.of("UTC");

    public ZoneId get() {
        return zone;
    }

    /** What no zone is called is not taken over. */
    public void learn(String name) {
        try {
            zone = name == null ? zone : ZoneId.of(name);
        } catch (DateTimeException e) {
            zone = ZoneId.of("UTC");
        }
    }
}
