package org.knightswatch.store;

import org.knightswatch.kernel.ServerClock;

/** The beans of this package, put together as the container does. */
@SuppressWarnings("UnnecessaryAssignment")
final class Wired {

    private Wired() {}

    static StoreHealth health(ServerClock clock) {
        StoreHealth health = new StoreHealth();
        health.clock = clock;
        return health;
    }

    static S3ObjectStore store(StoreSettings settings) {
        S3Calls calls = new S3Calls();
        calls.settings = settings;
        calls.clock = new ServerClock();
        calls.health = health(calls.clock);
        S3ObjectStore store = new S3ObjectStore();
        store.calls = calls;
        store.presigning = new S3Presigning();
        store.presigning.calls = calls;
        store.removal = new S3Removal();
        store.removal.calls = calls;
        store.presigning.clock = calls.clock;
        return store;
    }
}
