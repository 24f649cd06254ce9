package org.knightswatch.web.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Iterator;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.web.problem.ProblemTexts;
import org.knightswatch.web.problem.ProblemWriter;
import org.knightswatch.web.problem.Reference;

/**
 * Turns what goes wrong behind a page into messages on it: at the field where a field is to blame, above the form
 * otherwise. What was typed stays. What nobody expected is logged under a reference that the user sees, too.
 */
public class FacesProblems extends ExceptionHandlerWrapper {

    private static final Logger LOG = Logger.getLogger(FacesProblems.class.getName());

    FacesProblems(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        FacesContext context = FacesContext.getCurrentInstance();
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext() && !context.getResponseComplete()) {
            if (answered(context, events.next().getContext().getException())) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    /** Whether the reader knows by now. What remains is the error page's. */
    private static boolean answered(FacesContext context, Throwable thrown) {
        Optional<ProctoringException> told = cause(thrown, ProctoringException.class);
        boolean rendering = context.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
        if (cause(thrown, ViewExpiredException.class).isPresent()) {
            tooOld();
        } else if (told.isPresent() && !context.isPostback()) {
            sendError(context, told.get());
        } else if (told.isPresent() && !rendering) {
            show(context, told.get());
        } else if (context.getPartialViewContext().isAjaxRequest()) {
            unexpected(context, thrown, rendering);
        } else {
            return false;
        }
        return true;
    }

    private static void tooOld() {
        CDI.current()
                .select(Toasts.class)
                .get()
                .sayThere("This page had become too old", "Here it is as it is now. What you did last was not saved.");
        CDI.current().select(Redirects.class).get().again();
    }

    /** A page that can't be shown at all: the error page says why. */
    private static void sendError(FacesContext context, ProctoringException e) {
        ExternalContext external = context.getExternalContext();
        external.responseReset();
        CDI.current()
                .select(ProblemWriter.class)
                .get()
                .sendError((HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse(), e);
        context.responseComplete();
    }

    private static void unexpected(FacesContext context, Throwable thrown, boolean rendering) {
        ProctoringException told = translated(thrown);
        if (rendering) {
            sendError(context, told);
        } else {
            show(context, told);
        }
    }

    private static void show(FacesContext context, ProctoringException e) {
        context.validationFailed();
        if (e.fields().isEmpty()) {
            context.addMessage(null, error(words(e)));
        }
        ProblemTexts texts = CDI.current().select(ProblemTexts.class).get();
        for (FieldProblem field : e.fields()) {
            context.addMessage(blame(context, field.field()), error(texts.of(field)));
        }
        context.renderResponse();
    }

    private static String words(ProctoringException e) {
        return CDI.current().select(ProblemTexts.class).get().of(e.code(), e.arguments());
    }

    /** Marks the component that is called like the field, or says so itself because it stands in a list. */
    private static String blame(FacesContext context, String field) {
        String id = field.replace('.', '_');
        String[] found = new String[1];
        context.getViewRoot().visitTree(VisitContext.createVisitContext(context), (visit, component) -> {
            if (id.equals(component.getId())
                    || field.equals(component.getAttributes().get("field"))) {
                found[0] = component.getClientId(context);
                if (component instanceof EditableValueHolder input) {
                    input.setSubmittedValue(typed(context, found[0]));
                    input.setValid(false);
                }
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return found[0];
    }

    /** Without it a field that is wrong would be shown empty. */
    private static String typed(FacesContext context, String client) {
        return context.getExternalContext().getRequestParameterMap().get(client);
    }

    private static ProctoringException translated(Throwable thrown) {
        if (cause(thrown, OptimisticLockException.class).isPresent()) {
            return new ProctoringException(ProblemCode.CHANGED_MEANWHILE);
        }
        String reference = Reference.make();
        LOG.log(Level.SEVERE, thrown, () -> "Reference " + reference);
        return new ProctoringException(ProblemCode.UNEXPECTED, reference);
    }

    private static FacesMessage error(String text) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text);
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
        }
        return Optional.empty();
    }

    /** Makes the handler for each request. */
    public static class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new FacesProblems(getWrapped().getExceptionHandler());
        }
    }
}
