package org.knightswatch.web.problem;

import java.util.List;

/**
 * A problem as the API tells it (RFC 9457), with the code that programs rely on.
 *
 * @param detail what happened and what to do, for people
 * @param errors field by field; null when no field is to blame
 */
public record Problem(String type, String title, int status, String detail, String code, List<FieldError> errors) {

    /** What is wrong with one field. */
    public record FieldError(String field, String code, String message) {}
}
