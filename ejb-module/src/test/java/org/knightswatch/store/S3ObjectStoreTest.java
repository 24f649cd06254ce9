package org.knightswatch.store;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.knightswatch.local.LocalStore;

class S3ObjectStoreTest extends ObjectStoreContract {

    @TempDir
    static Path folder;

    private static LocalStore server;
    private static Configured configured;
    private static S3ObjectStore patient;
    private static S3ObjectStore impatient;

    @BeforeAll
    static void startTheServer() {
        server = LocalStore.start(folder);
        configured = Configured.by(server.settings());
        patient = Wired.store(new StoreSettings());
        impatient = Wired.store(new StoreSettings() {
            @Override
            Duration answerTimeout() {
                return Duration.ofMillis(500);
            }

            @Override
            int tries() {
                return 2;
            }
        });
    }

    @AfterAll
    static void endTheServer() {
        patient.calls.close();
        impatient.calls.close();
        configured.close();
        server.close();
    }

    @Override
    public ObjectStore store() {
        return patient;
    }

    @Override
    public ObjectStore impatient() {
        return impatient;
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public void freeze() {
        server.freeze();
    }

    @Override
    public void mend() {
        if (server.process().isAlive()) {
            server.thaw();
        } else {
            server = LocalStore.start(folder, server.endpoint().getPort());
        }
    }
}
