package org.knightswatch.web.admin;

import java.io.Serializable;
import java.util.Locale;

/** One language of a consent text while it is written. */
public class ConsentEntry implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String language;
    private String text;

    ConsentEntry(String language, String text) {
        this.language = language;
        this.text = text;
    }

    /** In English, with the tag: {@code German (de)}. */
    public String getTitle() {
        return Locale.forLanguageTag(language).getDisplayName(Locale.ENGLISH) + " (" + language + ")";
    }

    public String getLanguage() {
        return language;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
