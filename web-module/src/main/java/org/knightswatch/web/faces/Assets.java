package org.knightswatch.web.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.web.security.HeadersFilter;

/**
 * The addresses of our own scripts and styles, each with a mark of its content: a browser may keep them for good, so that
 * a page which comes back in the middle of an exam waits for no network.
 */
@Named
@ApplicationScoped
public class Assets {

    private static final String FOLDER = "/resources/knightswatch/";
    private static final int MARK_LENGTH = 12;

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    @Inject
    ServletContext context;

    /**
     * The address of a file.
     *
     * @param file below {@code resources/knightswatch}, such as {@code js/theme.js}
     */
    public String of(String file) {
        return addresses.computeIfAbsent(file, this::address);
    }

    private String address(String file) {
        try (InputStream content = context.getResourceAsStream(FOLDER + file)) {
            if (content == null) {
                throw new IllegalArgumentException("There is no " + FOLDER + file);
            }
            return FOLDER + file + "?" + HeadersFilter.CONTENT_MARK + "="
                    + Sha256.digest(content.readAllBytes()).hex().substring(0, MARK_LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
