package org.knightswatch.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.knightswatch.attempt.Allowances;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.challenge.ChallengeSettings;
import org.knightswatch.consent.ConsentService;
import org.knightswatch.consent.ReceiptView;
import org.knightswatch.exam.ConsentSettings;
import org.knightswatch.exam.ConsentTextView;
import org.knightswatch.exam.ConsentTexts;
import org.knightswatch.exam.EmbeddingSettings;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Quality;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.recording.RecordingSettings;
import org.knightswatch.retention.RetentionService;
import org.knightswatch.roster.EnrolmentView;
import org.knightswatch.token.Invitations;

/** Puts together what a candidate sees who opens an invitation. */
@ApplicationScoped
public class CandidateEntrance {

    @Inject
    Invitations invitations;

    @Inject
    ExamService exams;

    @Inject
    ConsentTexts texts;

    @Inject
    ConsentService consents;

    @Inject
    AttemptService attempts;

    @Inject
    Allowances allowances;

    @Inject
    RecordingSettings recording;

    @Inject
    ConsentSettings facts;

    @Inject
    EmbeddingSettings embedding;

    @Inject
    RetentionService retention;

    @Inject
    ChallengeSettings challenges;

    @Inject
    ServerClock clock;

    JoinJson.Opened open(String invitation, String languages) {
        EnrolmentView enrolment = invitations.read(invitation);
        ExamView exam = exams.require(enrolment.exam());
        Optional<ReceiptView> agreed = consents.newest(enrolment, exam.consentVersion());
        Optional<AttemptView> attempt = attempts.newest(enrolment.id());
        return new JoinJson.Opened(
                exam.code().value(),
                exam.title(),
                enrolment.name(),
                enrolment.candidateId(),
                exam.startsAt(),
                exam.endsAt(),
                exam.tracks(),
                consent(exam, languages),
                clock.instant(),
                new JoinJson.ExamPage(exam.examUrl(), exam.framing()),
                policy(exam.quality()),
                new JoinJson.Facts(facts.organisation(), facts.contact(), retention.told(exam.id()), challenges.on()),
                embedding.openers(exam.examUrl()),
                agreed.map(ReceiptView::at).orElse(null),
                agreed.map(receipt -> receipt.id().toString()).orElse(null),
                attempt.map(AttemptView::state).orElse(null),
                attempt.map(AttemptView::number).orElse(null),
                exam.isOpen(clock.instant())
                        ? allowances.after(exam, attempt).next().orElse(null)
                        : null);
    }

    ReceiptView accept(String invitation, JoinJson.ConsentBody said) {
        EnrolmentView enrolment = invitations.read(invitation);
        ExamView exam = exams.require(enrolment.exam());
        return consents.accept(exam, enrolment, said.version(), said.language(), said.sha256());
    }

    private JoinJson.Policy policy(Quality quality) {
        return new JoinJson.Policy(
                recording.kilobits(Track.CAMERA, quality),
                recording.kilobits(Track.SCREEN, quality),
                recording.height(Track.CAMERA, quality),
                recording.frames(Track.CAMERA),
                recording.height(Track.SCREEN, quality),
                recording.frames(Track.SCREEN),
                recording.segment().toMillis(),
                recording.slice().toMillis(),
                recording.lateWindow().toHours());
    }

    private JoinJson.ConsentText consent(ExamView exam, String languages) {
        List<ConsentTextView> all = texts.of(exam.id(), exam.consentVersion());
        ConsentTextView best = best(all, languages);
        return new JoinJson.ConsentText(
                best.version(),
                best.language(),
                all.stream().map(ConsentTextView::language).toList(),
                best.text(),
                best.sha256(),
                all.stream()
                        .map(text -> new JoinJson.Text(text.language(), text.text(), text.sha256()))
                        .toList());
    }

    /** By what the browser says its user reads (RFC 4647); English where none fits; else the first. */
    private static ConsentTextView best(List<ConsentTextView> all, String languages) {
        List<String> tags = all.stream().map(ConsentTextView::language).toList();
        String tag = wanted(languages)
                .map(ranges -> Locale.lookupTag(ranges, tags))
                .or(() -> tags.contains("en") ? Optional.of("en") : Optional.empty())
                .orElse(tags.get(0));
        return all.stream()
                .filter(text -> text.language().equalsIgnoreCase(tag))
                .findFirst()
                .orElse(all.get(0));
    }

    private static Optional<List<Locale.LanguageRange>> wanted(String header) {
        try {
            return header == null ? Optional.empty() : Optional.of(Locale.LanguageRange.parse(header));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
