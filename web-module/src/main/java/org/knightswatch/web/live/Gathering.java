package org.knightswatch.web.live;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gathers what changed and hands it on in one go after a short while: each thing once, however often it changed, and
 * never two goes at a time. What could not be handed on stays for the next one.
 */
final class Gathering<T> {

    private static final Logger LOG = Logger.getLogger(Gathering.class.getName());

    private final Executor later;
    private final Consumer<Set<T>> receiver;
    private final Set<T> gathered = new LinkedHashSet<>();
    private boolean busy;

    /** The executor is the short while: it runs a task after it, in whatever thread. */
    Gathering(Executor later, Consumer<Set<T>> receiver) {
        this.later = later;
        this.receiver = receiver;
    }

    synchronized void add(T thing) {
        gathered.add(thing);
        if (!busy) {
            busy = true;
            later.execute(this::handOn);
        }
    }

    private void handOn() {
        Set<T> now = take();
        try {
            receiver.accept(now);
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "Not handed on yet", e);
            giveBack(now);
        }
        goOn();
    }

    private synchronized Set<T> take() {
        Set<T> taken = new LinkedHashSet<>(gathered);
        gathered.clear();
        return taken;
    }

    private synchronized void giveBack(Set<T> taken) {
        gathered.addAll(taken);
    }

    private synchronized void goOn() {
        busy = !gathered.isEmpty();
        if (busy) {
            later.execute(this::handOn);
        }
    }
}
