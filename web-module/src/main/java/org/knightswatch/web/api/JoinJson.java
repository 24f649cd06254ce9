package org.knightswatch.web.api;

import java.time.Instant;
import java.util.List;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.attempt.FurtherAttempts;
import org.knightswatch.exam.Framing;
import org.knightswatch.exam.Track;
import org.knightswatch.media.JoinGrant;
import org.knightswatch.recording.TakeProgress;
import org.knightswatch.token.JoinAnswer;
import org.knightswatch.token.ResumeAnswer;

/** What candidates send and get, as JSON. */
public final class JoinJson {

    private JoinJson() {}

    /** An invitation alone. */
    public record InvitationBody(String invitation) {}

    /** Whose uploads are to be finished; attempt null: those of the newest. */
    public record ResumeBody(String invitation, Integer attempt) {}

    /** A yes to one text. */
    public record ConsentBody(String invitation, String version, String language, String sha256, Boolean accepted) {}

    /** How somebody who joins shows that they agreed: a receipt, or a yes said now. */
    public record Consent(String receiptId, String version, String language, Boolean accepted) {}

    /**
     * A wish to join.
     *
     * @param browser a random mark by which the server tells this browser from others
     * @param attempt the number of the only attempt that is meant; null: the next one where there is one, else the newest
     */
    public record JoinBody(String invitation, Consent consent, String browser, Integer attempt) {}

    /**
     * What an invitation is for.
     *
     * @param attemptNumber of the newest attempt; null: there is none yet
     * @param openers origins whose pages may hear how the recording stands, when they opened it
     * @param nextAttempt what a join would begin now, after one that is over; null: nothing
     */
    public record Opened(
            String examCode,
            String title,
            String candidateName,
            String candidateId,
            Instant startsAt,
            Instant endsAt,
            List<Track> tracks,
            ConsentText consent,
            Instant serverTime,
            ExamPage examPage,
            Policy policy,
            Facts facts,
            List<String> openers,
            Instant agreedAt,
            String receiptId,
            AttemptState attemptState,
            Integer attemptNumber,
            FurtherAttempts.Next nextAttempt) {}

    /** What the candidate is asked to agree to, in the language that fits best. */
    public record ConsentText(
            String version, String language, List<String> languages, String text, String sha256, List<Text> texts) {}

    /** One language of it. */
    public record Text(String language, String text, String sha256) {}

    /** The page with the questions; url null: our sample test. */
    public record ExamPage(String url, Framing framing) {}

    /** How the browser is to record. */
    public record Policy(
            int cameraKilobits,
            int screenKilobits,
            int cameraHeight,
            int cameraFrames,
            int screenHeight,
            int screenFrames,
            long segmentMillis,
            long sliceMillis,
            long lateHours) {}

    /**
     * What the page says in short about the recording.
     *
     * @param challenges whether it will play tones and show colours
     */
    public record Facts(String organisation, String contact, Integer retentionDays, boolean challenges) {}

    /** Proof that somebody agreed. */
    public record Receipt(String receiptId, Instant at) {}

    /** A room by its id and number. */
    public record Room(String id, int number) {}

    /** All that a candidate who joined gets. */
    public record Joined(
            String examCode,
            String candidateId,
            String attemptId,
            int attemptNumber,
            AttemptState state,
            Room room,
            int seat,
            String joinToken,
            Instant expiresAt,
            Instant serverTime,
            String provider,
            JoinGrant grant) {

        static Joined of(JoinAnswer answer) {
            return new Joined(
                    answer.exam().code().value(),
                    answer.enrolment().candidateId(),
                    answer.attempt().id().toString(),
                    answer.attempt().number(),
                    answer.state(),
                    new Room(answer.room().id().toString(), answer.room().number()),
                    answer.attempt().seat(),
                    answer.token().token(),
                    answer.token().expiresAt(),
                    answer.token().serverTime(),
                    answer.exam().provider(),
                    answer.grant());
        }
    }

    /** What a browser needs to finish its uploads. */
    public record Resumed(
            String attemptId,
            AttemptState state,
            Instant endedAt,
            String uploadToken,
            Instant expiresAt,
            Instant serverTime,
            List<TakeProgress> takes) {

        static Resumed of(ResumeAnswer answer) {
            return new Resumed(
                    answer.attempt().id().toString(),
                    answer.attempt().state(),
                    answer.attempt().endedAt(),
                    answer.token().token(),
                    answer.token().expiresAt(),
                    answer.token().serverTime(),
                    answer.takes());
        }
    }
}
