package org.knightswatch.web.faces;

import org.knightswatch.kernel.PageRequest;

/**
 * What a table asks for.
 *
 * @param part what the rows must contain; empty for all
 * @param sort name of the column that sorts; empty for the list's own order
 */
public record Query(String part, String sort, boolean descending, PageRequest page) {}
