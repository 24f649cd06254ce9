package org.knightswatch.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.knightswatch.exam.ConsentDraft;
import org.knightswatch.exam.ConsentTexts;
import org.knightswatch.exam.ConsentVersion;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Reach;
import org.knightswatch.web.faces.Toasts;

/** What candidates are asked to agree to, language by language. Other words are another version. */
@Named("adminConsent")
@ViewScoped
public class AdminConsentView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ExamHeadView head;

    @Inject
    ExamService exams;

    @Inject
    ConsentTexts texts;

    @Inject
    Toasts toasts;

    private final List<ConsentEntry> entries = new ArrayList<>();
    private String version;
    private String newLanguage;
    private long readVersion;

    /** Begins with the version in force, under the next name. */
    public void load() {
        head.load();
        begin(head.getExam().consentVersion());
        readVersion = head.getExam().version();
    }

    /** Begins with the words of any version. */
    public void begin(String from) {
        entries.clear();
        texts.of(head.getExam().id(), from)
                .forEach(text -> entries.add(new ConsentEntry(text.language(), text.text())));
        version = texts.nextVersion(head.getExam());
    }

    public void save() {
        Map<String, String> written = new TreeMap<>();
        entries.forEach(entry -> written.put(entry.getLanguage(), entry.getText()));
        ExamView exam = exams.changeConsent(
                head.getExam().code(), new ConsentDraft(version, written), Reach.EVERYTHING, readVersion);
        head.show(exam);
        load();
        toasts.say("Version " + exam.consentVersion() + " is in force", "Candidates agree to it from now on.");
    }

    public void add() {
        String language = ConsentDraft.language("newLanguage", newLanguage);
        if (entries.stream().noneMatch(entry -> entry.getLanguage().equalsIgnoreCase(language))) {
            entries.add(new ConsentEntry(language, ""));
        }
        newLanguage = null;
    }

    public void remove(ConsentEntry entry) {
        entries.remove(entry);
    }

    public List<ConsentEntry> getEntries() {
        return entries;
    }

    public List<ConsentVersion> getVersions() {
        return texts.versions(head.getExam().id());
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public String getNewLanguage() {
        return newLanguage;
    }

    public void setNewLanguage(String newLanguage) {
        this.newLanguage = newLanguage;
    }
}
