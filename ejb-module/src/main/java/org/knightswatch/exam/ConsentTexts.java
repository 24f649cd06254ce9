package org.knightswatch.exam;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;

/** Keeps every version of what candidates were asked to agree to, for as long as receipts name it. */
@Stateless
public class ConsentTexts {

    @PersistenceContext
    EntityManager entities;

    /** The texts of one version, in the order of their language tags. */
    public List<ConsentTextView> of(ExamId exam, String version) {
        return rows(exam.value(), version).stream().map(ConsentText::view).toList();
    }

    /** The same as somebody would send it. */
    public ConsentDraft draft(ExamView exam) {
        Map<String, String> texts = new TreeMap<>();
        of(exam.id(), exam.consentVersion()).forEach(text -> texts.put(text.language(), text.text()));
        return new ConsentDraft(exam.consentVersion(), texts);
    }

    /** All versions that were ever in force in an exam. */
    public List<ConsentVersion> versions(ExamId exam) {
        Map<String, List<String>> languages = entities.createQuery(
                        "select t from ConsentText t where t.key.examId = :exam order by t.key.language",
                        ConsentText.class)
                .setParameter("exam", exam.value())
                .getResultStream()
                .map(ConsentText::view)
                .collect(Collectors.groupingBy(
                        ConsentTextView::version,
                        TreeMap::new,
                        Collectors.mapping(ConsentTextView::language, Collectors.toList())));
        return languages.entrySet().stream()
                .map(entry -> new ConsentVersion(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A name for the version that comes next, which no other has. */
    public String nextVersion(ExamView exam) {
        List<String> taken =
                versions(exam.id()).stream().map(ConsentVersion::version).toList();
        String next = ConsentVersion.after(exam.consentVersion());
        while (taken.contains(next)) {
            next = ConsentVersion.after(next);
        }
        return next;
    }

    /** Keeps a new version. A version that is there already must be the same to the letter. */
    public void keep(UUID exam, ConsentDraft draft) {
        Map<String, String> there = rows(exam, draft.version()).stream()
                .map(ConsentText::view)
                .collect(Collectors.toMap(ConsentTextView::language, ConsentTextView::text));
        if (there.isEmpty()) {
            draft.texts()
                    .forEach((language, text) ->
                            entities.persist(new ConsentText(exam, draft.version(), language, text)));
        } else if (!there.equals(draft.texts())) {
            throw FieldProblem.of("consent.version", ProblemCode.CONSENT_VERSION_USED, draft.version())
                    .asException();
        }
    }

    private List<ConsentText> rows(UUID exam, String version) {
        return entities.createQuery(
                        "select t from ConsentText t where t.key.examId = :exam and t.key.consentVersion = :version"
                                + " order by t.key.language",
                        ConsentText.class)
                .setParameter("exam", exam)
                .setParameter("version", version)
                .getResultList();
    }
}
