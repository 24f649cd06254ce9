package org.knightswatch.web.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.kernel.ProblemCode;

/** The page of a list that a caller asks for: {@code ?page=0&size=100}. */
public class Paging {

    @QueryParam("page")
    @DefaultValue("0")
    String page;

    @QueryParam("size")
    @DefaultValue("100")
    String size;

    PageRequest request() {
        return PageRequest.of(number("page", page), number("size", size));
    }

    private static int number(String field, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw FieldProblem.of(field, ProblemCode.FIELD_UNREADABLE).asException();
        }
    }
}
