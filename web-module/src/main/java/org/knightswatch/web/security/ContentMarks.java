package org.knightswatch.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.knightswatch.kernel.Sha256;

/**
 * Marks of what our scripts and styles hold. Under an address with the mark of its content a file never changes, so
 * browsers may keep it for good, and a page that comes back in the middle of an exam waits for no network.
 */
@ApplicationScoped
public class ContentMarks {

    private static final int LENGTH = 12;

    private final Map<String, String> marks = new ConcurrentHashMap<>();

    @Inject
    ServletContext context;

    /**
     * The mark of a file; empty when there is no such file.
     *
     * @param path from the root of the application, such as {@code /resources/knightswatch/js/theme.js}
     */
    public Optional<String> of(String path) {
        return Optional.ofNullable(marks.computeIfAbsent(path, this::read));
    }

    /** Null, which is not remembered, when there is no such file. */
    private String read(String path) {
        try (InputStream content = context.getResourceAsStream(path)) {
            return content == null
                    ? null
                    : Sha256.digest(content.readAllBytes()).hex().substring(0, LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
