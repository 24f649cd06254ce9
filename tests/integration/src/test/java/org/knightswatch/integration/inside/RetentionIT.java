package org.knightswatch.integration.inside;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.evidence.PurgeBody;
import org.knightswatch.evidence.PurgeCertificate;
import org.knightswatch.evidence.PurgedObject;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;
import org.knightswatch.retention.PurgeTimer;
import org.knightswatch.store.ObjectStore;

import static org.assertj.core.api.Assertions.assertThat;

/** Recordings go when their time is over or somebody asks, never while they are on hold, and never without a certificate. */
@ExtendWith(ArquillianExtension.class)
class RetentionIT {

    private static final Duration LONG_AGO = Duration.ofDays(10);

    @Resource(lookup = "java:jboss/datasources/KnightsWatch")
    DataSource database;

    @Inject
    PurgeTimer timer;

    @Inject
    ObjectStore store;

    private final TestExam exam = TestExam.open(1);
    private final Candidate candidate = exam.candidate("C-1").join();
    private final TestTake take = TestTake.announced(candidate);
    private final Api administrator = StaffBrowser.signIn("admin").onPage("/admin/settings");

    private String place;

    @Test
    void purgesWhatIsOverUnlessItIsOnHold() throws SQLException {
        finishLongAgo();
        List<String> there = objects();
        assertThat(there).anyMatch(key -> key.startsWith("archive/")).anyMatch(key -> key.startsWith("segments/"));
        administrator.post(exam.path("/hold"), Map.of("reason", "Appeal 7")).expect(201);
        administrator.post(exam.path("/hold"), Map.of("reason", "Again")).refused(409, "HOLD_PLACED_ALREADY");

        JsonNode preview = keep(5);
        assertThat(preview.at("/held/recordings").asInt()).isEqualTo(1);
        assertThat(preview.at("/all/recordings").asInt()).isZero();
        timer.tick();
        assertThat(retention().has("purge")).isFalse();

        administrator
                .post(exam.path("/hold/release"), Map.of("reason", "Decided"))
                .expect(204);
        timer.tick();

        assertThat(retention().at("/purge/purgedAt").isTextual()).isTrue();
        assertThat(objects()).isEmpty();
        certifies(there, "RETENTION");
        tellsThatItWasPurged();
    }

    @Test
    void erasesACandidateWithoutATraceOfTheName() throws SQLException {
        finishLongAgo();
        List<String> there = objects();

        erase("C-1").expect(200);
        timer.tick();

        certifies(there, "ERASURE");
        assertThat(objects()).isEmpty();
        candidate.open().refused(410, "CANDIDATE_ERASED");
        candidate.resume().refused(410, "CANDIDATE_ERASED");
        JsonNode timeline = StaffBrowser.signIn("reviewer")
                .session()
                .get(candidate.path("/timeline"))
                .json();
        assertThat(timeline.get("name").asText()).isEqualTo("(erased)");
        assertThat(timeline.toString()).doesNotContain("Candidate 1");
        erase("C-1").refused(410, "CANDIDATE_ERASED");
    }

    @Test
    void erasesNobodyWhoIsInTheExamOrOnHold() {
        erase("C-1").refused(409, "ATTEMPT_STILL_RUNS");
        candidate.finish();
        administrator
                .post(candidate.path("/hold"), Map.of("reason", "Appeal 8"))
                .expect(201);
        erase("C-1").refused(409, "ON_HOLD");
        erase("C-2").blames("confirmation", "CONFIRMATION_WRONG");
        Api.service()
                .post(exam.path("/roster/C-1/erasure"), Map.of("confirmation", "C-1", "reason", "Letter 12"))
                .refused(404, "NOT_FOUND");
    }

    private Answer erase(String confirmation) {
        return administrator.post(
                exam.path("/roster/C-1/erasure"), Map.of("confirmation", confirmation, "reason", "Letter 12"));
    }

    private void tellsThatItWasPurged() {
        JsonNode track = get(candidate.path("/recording")).at("/tracks/0");
        assertThat(track.get("purgedAt").isTextual()).isTrue();
        assertThat(track.get("takes")).isEmpty();
        Api.service().get(candidate.path("/recording/camera/archive")).refused(410, "RECORDING_PURGED");
        TestTake.of(candidate, candidate.api(), Instant.now().toString())
                .announce()
                .refused(410, "RECORDING_PURGED");
        take.offers(5).refused(410, "RECORDING_PURGED");
    }

    /** The certificate names exactly what lay there, and one of the published keys has signed it. */
    private void certifies(List<String> objects, String cause) {
        byte[] file = administrator
                .get(candidate.path("/certificate"))
                .expect(200)
                .body()
                .getBytes(StandardCharsets.UTF_8);
        PurgeCertificate certificate = PurgeCertificate.read(file);
        assertThat(get("/api/v1/evidence/keys").findValuesAsText("fingerprint"))
                .contains(certificate.signer().orElseThrow().fingerprint().hex());
        PurgeBody body = certificate.body();
        assertThat(body.cause()).isEqualTo(cause);
        assertThat(body.doneAt()).isNotNull();
        assertThat(body.objects())
                .extracting(PurgedObject::key)
                .filteredOn(key -> !isTranscript(key))
                .isEqualTo(objects.stream().filter(key -> !isTranscript(key)).toList());
        assertThat(body.objects()).extracting(PurgedObject::sha256).doesNotContainNull();
        assertThat(keys("certificates/" + candidate.attempt() + "/"))
                .anyMatch(key -> key.endsWith("/plan-1.json"))
                .anyMatch(key -> key.endsWith("/certificate.json"));
    }

    /** The server may write one meanwhile; then it goes with all else. */
    private static boolean isTranscript(String key) {
        return key.contains("/rows/");
    }

    private JsonNode keep(int days) {
        return administrator
                .put(exam.path("/retention"), Map.of("keep", "DAYS", "days", days))
                .expect(200)
                .json();
    }

    private JsonNode retention() {
        return get(candidate.path("/retention"));
    }

    private static JsonNode get(String path) {
        return Api.service().get(path).expect(200).json();
    }

    /** Eight seconds, in the archive; and then ten days go by. */
    private void finishLongAgo() throws SQLException {
        take.record(0, 1, 2);
        take.close(2).expect(200);
        candidate.finish();
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> Api.service()
                                        .get(candidate.path("/recording/camera/archive"))
                                        .status()
                                == 200
                        && get(candidate.path("/recording"))
                                .at("/tracks/0/state")
                                .asText()
                                .equals("COMPLETE"));
        place = get(candidate.path("/recording/camera/archive")).get("place").asText();
        try (Connection connection = database.getConnection()) {
            earlier(connection, "update attempt set started_at = ?, ended_at = ? where id = ?", candidate.attempt());
            earlier(
                    connection,
                    "update exam set starts_at = ?, ends_at = ? where id = (select exam_id from attempt where id = ?)",
                    candidate.attempt());
        }
    }

    private static void earlier(Connection connection, String sql, String attempt) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Instant ended = Instant.now().minus(LONG_AGO);
            statement.setTimestamp(1, Timestamp.from(ended.minusSeconds(60)));
            statement.setTimestamp(2, Timestamp.from(ended));
            statement.setObject(3, UUID.fromString(attempt));
            statement.executeUpdate();
        }
    }

    private List<String> objects() {
        return Stream.concat(keys(place).stream(), keys("segments/default/" + exam.code() + "/").stream())
                .toList();
    }

    private List<String> keys(String prefix) {
        return store.list(prefix, "", 1_000).stream()
                .map(object -> object.key().value())
                .toList();
    }
}
