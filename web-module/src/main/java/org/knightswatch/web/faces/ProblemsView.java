package org.knightswatch.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a page has to say about what went wrong. */
@Named("problems")
@RequestScoped
public class ProblemsView {

    /** What no field is to blame for. */
    public List<Told> getGeneral() {
        return messages(Stream.of((String) null)).map(Told::of).toList();
    }

    /** How many fields are wrong. */
    public long getFields() {
        return messages(clients().filter(Objects::nonNull)).count();
    }

    /** Such as {@code 2 fields need you}; empty when none does. */
    public String getSummary() {
        long fields = getFields();
        return fields == 0 ? "" : fields == 1 ? "1 field needs you" : fields + " fields need you";
    }

    public boolean isAny() {
        return FacesContext.getCurrentInstance().isValidationFailed();
    }

    private static Stream<FacesMessage> messages(Stream<String> clients) {
        return clients.flatMap(client -> FacesContext.getCurrentInstance().getMessageList(client).stream())
                .filter(message -> message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0);
    }

    private static Stream<String> clients() {
        Iterator<String> ids = FacesContext.getCurrentInstance().getClientIdsWithMessages();
        Iterable<String> all = () -> ids;
        return StreamSupport.stream(all.spliterator(), false);
    }

    /** A problem in two parts: what happened, and what that means for the reader. */
    public record Told(String what, String more) {

        static Told of(FacesMessage message) {
            String text = message.getSummary();
            int end = text.indexOf(". ");
            return end < 0 ? new Told(text, "") : new Told(text.substring(0, end + 1), text.substring(end + 2));
        }
    }
}
