package org.knightswatch.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.knightswatch.kernel.Throttle;

/** Keeps all that this node's archiver reads together within its share of the line. */
@ApplicationScoped
public class Pace {

    private final Throttle throttle = new Throttle();

    @Inject
    ArchiveSettings settings;

    /** Waits until these bytes may be read. */
    public void await(int bytes) {
        throttle.await(bytes, settings.bytesPerSecond());
    }
}
