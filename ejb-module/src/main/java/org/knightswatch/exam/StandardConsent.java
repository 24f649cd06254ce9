package org.knightswatch.exam;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** The text that candidates agree to when an exam brings none of its own: what, by whom, what for, how long. */
@ApplicationScoped
public class StandardConsent {

    static final String FIRST_VERSION = "1";
    static final List<String> LANGUAGES = List.of("de", "en", "es", "fr");

    @Inject
    ConsentSettings settings;

    ConsentDraft draft(List<Track> tracks) {
        TreeMap<String, String> texts = new TreeMap<>();
        LANGUAGES.forEach(language -> texts.put(language, text(language, tracks)));
        return new ConsentDraft(FIRST_VERSION, texts);
    }

    private String text(String language, List<Track> tracks) {
        ResourceBundle words = ResourceBundle.getBundle(
                "org.knightswatch.exam.consent",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String what = words.getString(tracks.contains(Track.SCREEN) ? "what.screen" : "what.camera");
        String contact = settings.contact().isEmpty() ? words.getString("contact.unknown") : settings.contact();
        return MessageFormat.format(
                words.getString("text"),
                what,
                settings.organisation(),
                Integer.toString(settings.retentionDays()),
                contact);
    }
}
