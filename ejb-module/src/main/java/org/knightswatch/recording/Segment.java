package org.knightswatch.recording;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One immutable piece of a take that the store holds. There is no row without that proof. Many are read as columns. */
@Entity
@SuppressWarnings("UnusedVariable") // queries read them
class Segment {

    @EmbeddedId
    private Key key;

    private long bytes;
    private String sha256;
    private long startMillis;
    private long durationMillis;
    private Instant heldAt;
    private boolean faulty;

    protected Segment() {}

    /** The archiver has read the bytes: from now on its figures count. Answers whether they are other ones. */
    boolean measured(long start, long duration) {
        boolean others = startMillis != start || durationMillis != duration;
        startMillis = start;
        durationMillis = duration;
        return others;
    }

    /** Its bytes are gone, or not those that were proved. */
    void lost() {
        faulty = true;
    }

    int sequence() {
        return key.sequence();
    }

    /** Which segment. */
    @Embeddable
    record Key(UUID takeId, int sequence) implements Serializable {}
}
