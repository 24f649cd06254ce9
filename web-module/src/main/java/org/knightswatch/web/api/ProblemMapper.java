package org.knightswatch.web.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.web.problem.Problem;
import org.knightswatch.web.problem.ProblemTexts;
import org.knightswatch.web.problem.ProblemWriter;
import org.knightswatch.web.problem.Reference;
import org.knightswatch.web.security.Caller;

/** The one place where whatever goes wrong behind the API becomes a problem with a code. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Inject
    ProblemTexts texts;

    @Inject
    Caller caller;

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException redirect
                && redirect.getResponse().getStatus() < 400) {
            return redirect.getResponse();
        }
        ProctoringException told = translate(thrown);
        Problem problem = texts.problem(told);
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(ProblemWriter.MEDIA_TYPE).entity(problem);
        if (told.code().kind() == ProblemCode.Kind.UNAUTHENTICATED) {
            response.header("WWW-Authenticate", "Bearer");
        }
        if (told.code() == ProblemCode.RATE_EXCEEDED) {
            response.header("Retry-After", told.arguments().get(0));
        }
        if (told.code().kind() == ProblemCode.Kind.UPSTREAM) {
            response.header("Retry-After", 2);
        }
        return response.build();
    }

    private ProctoringException translate(Throwable thrown) {
        if (cause(thrown, ProctoringException.class).isPresent()) {
            return cause(thrown, ProctoringException.class).get();
        }
        if (cause(thrown, JacksonException.class).isPresent()) {
            return unreadable(cause(thrown, JacksonException.class).get());
        }
        if (thrown instanceof ForbiddenException || thrown instanceof EJBAccessException) {
            return new ProctoringException(forbidden());
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return new ProctoringException(ProblemWriter.code(web.getResponse().getStatus()));
        }
        if (cause(thrown, OptimisticLockException.class).isPresent() || isUniqueViolation(thrown)) {
            return new ProctoringException(ProblemCode.CHANGED_MEANWHILE, thrown);
        }
        String reference = Reference.make();
        LOG.log(
                Level.SEVERE,
                thrown,
                () -> "Reference " + reference + ": " + request.getMethod() + " " + request.getRequestURI());
        return new ProctoringException(ProblemCode.UNEXPECTED, thrown, reference);
    }

    /** People are told that a role is missing; for keys and tokens there is nothing but what is theirs. */
    private ProblemCode forbidden() {
        if (request.getUserPrincipal() == null) {
            return ProblemCode.NOT_SIGNED_IN;
        }
        return caller.isStaff() ? ProblemCode.NOT_PERMITTED : ProblemCode.NOT_FOUND;
    }

    private static ProctoringException unreadable(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return FieldProblem.of(path(unknown), ProblemCode.FIELD_UNKNOWN).asException();
        }
        if (e instanceof InvalidFormatException format && format.getTargetType() == Instant.class) {
            return FieldProblem.of(path(format), ProblemCode.TIME_INVALID).asException();
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            Object[] allowed = format.getTargetType().getEnumConstants();
            return FieldProblem.of(path(format), ProblemCode.VALUE_UNKNOWN, format.getValue(), names(allowed))
                    .asException();
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return FieldProblem.of(path(mapping), ProblemCode.FIELD_UNREADABLE).asException();
        }
        return new ProctoringException(ProblemCode.BODY_UNREADABLE, e);
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String names(Object[] allowed) {
        return List.of(allowed).stream()
                .map(value -> value instanceof Track track ? track.word() : value.toString())
                .collect(Collectors.joining(", "));
    }

    /** The SQL state is the same for H2 and PostgreSQL. */
    private static boolean isUniqueViolation(Throwable thrown) {
        return cause(thrown, SQLException.class)
                .map(sql -> String.valueOf(sql.getSQLState()))
                .filter("23505"::equals)
                .isPresent();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
        }
        return Optional.empty();
    }
}
