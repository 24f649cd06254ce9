package org.knightswatch.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The server has a mapper of its own for JSON that can't be read, which is nearer to it than ours for everything. */
@Provider
public class JsonProblemMapper implements ExceptionMapper<JsonProcessingException> {

    @Inject
    ProblemMapper problems;

    @Override
    public Response toResponse(JsonProcessingException thrown) {
        return problems.toResponse(thrown);
    }
}
