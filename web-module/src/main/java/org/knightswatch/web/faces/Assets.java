package org.knightswatch.web.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.knightswatch.web.security.ContentMarks;
import org.knightswatch.web.security.HeadersFilter;

/** The addresses of our own scripts and styles, each with the mark of its content. */
@Named
@ApplicationScoped
public class Assets {

    private static final String FOLDER = "/resources/knightswatch/";

    @Inject
    ContentMarks marks;

    /**
     * The address of a file.
     *
     * @param file below {@code resources/knightswatch}, such as {@code js/theme.js}
     */
    public String of(String file) {
        String path = FOLDER + file;
        String mark = marks.of(path).orElseThrow(() -> new IllegalArgumentException("There is no " + path));
        return path + "?" + HeadersFilter.CONTENT_MARK + "=" + mark;
    }
}
