package org.knightswatch.exam;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** What the standard consent text says about whoever runs the exams. */
@ApplicationScoped
public class ConsentSettings implements Settings {

    private final Setting<String> organisation = Setting.text("knightswatch.organisation", "the organiser of this exam")
            .within(text -> !text.isBlank() && text.length() <= 200, "of 1 to 200 characters")
            .says("Who watches and keeps the recordings, as candidates read it.");

    private final Setting<String> contact = Setting.text("knightswatch.contact", "")
            .within(text -> text.isEmpty() || text.matches("[^\\s@]+@[^\\s@]+"), "an e-mail address")
            .says("Where candidates write when they need help or object. Empty: whoever sent the invitation.");

    private final Setting<Integer> retentionDays = Setting.number("knightswatch.retention.days", 180)
            .within(n -> n >= 1 && n <= 3650, "between 1 and 3650")
            .says("How many days after an exam its recordings are kept.");

    public String organisation() {
        return organisation.get();
    }

    public String contact() {
        return contact.get();
    }

    public int retentionDays() {
        return retentionDays.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(organisation, contact, retentionDays);
    }
}
