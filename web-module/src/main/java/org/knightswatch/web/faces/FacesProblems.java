package org.knightswatch.web.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.persistence.OptimisticLockException;
import java.util.Iterator;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.web.problem.ProblemTexts;
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
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            Throwable thrown = events.next().getContext().getException();
            FacesContext context = FacesContext.getCurrentInstance();
            Optional<ProctoringException> told = cause(thrown, ProctoringException.class);
            if (cause(thrown, ViewExpiredException.class).isPresent()) {
                CDI.current().select(Redirects.class).get().to("/login?expired=true");
                events.remove();
            } else if (told.isPresent() && !context.getResponseComplete()) {
                show(context, told.get());
                events.remove();
            } else if (context.getPartialViewContext().isAjaxRequest() && !context.getResponseComplete()) {
                show(context, unexpected(thrown));
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static void show(FacesContext context, ProctoringException e) {
        ProblemTexts texts = CDI.current().select(ProblemTexts.class).get();
        context.validationFailed();
        if (e.fields().isEmpty()) {
            context.addMessage(null, error(texts.of(e.code(), e.arguments())));
        }
        for (FieldProblem field : e.fields()) {
            String at = component(context, field.field());
            context.addMessage(at, error(texts.of(field)));
        }
        context.renderResponse();
    }

    /** The component whose id ends like the field's name: forms name their fields as the API does. */
    private static String component(FacesContext context, String field) {
        String id = field.replace('.', '_');
        UIComponent[] found = new UIComponent[1];
        context.getViewRoot().visitTree(VisitContext.createVisitContext(context), (visit, component) -> {
            if (id.equals(component.getId())) {
                found[0] = component;
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return found[0] == null ? null : found[0].getClientId(context);
    }

    private static ProctoringException unexpected(Throwable thrown) {
        String reference = Reference.make();
        LOG.log(Level.SEVERE, thrown, () -> "Reference " + reference);
        boolean changed = cause(thrown, OptimisticLockException.class).isPresent();
        return changed
                ? new ProctoringException(ProblemCode.CHANGED_MEANWHILE)
                : new ProctoringException(ProblemCode.UNEXPECTED, reference);
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
