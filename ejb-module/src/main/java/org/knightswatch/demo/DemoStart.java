package org.knightswatch.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knightswatch.demo.DemoFile.Contents;

/** Makes the demo when its file is missing; later starts only bring its links and its window up to date. */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "KeyTimer", "FirstStart"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // hashing passwords takes long
public class DemoStart {

    @Inject
    DemoSettings settings;

    @Inject
    Demo demo;

    @PostConstruct
    void begin() {
        settings.file().ifPresent(this::refresh);
    }

    private void refresh(Path file) {
        try {
            Contents contents = Files.exists(file) ? DemoFile.read(file) : demo.make();
            DemoFile.write(file, demo.upToDate(contents, settings.url()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
