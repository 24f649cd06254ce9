package org.knightswatch.integration.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;

import static org.assertj.core.api.Assertions.assertThat;

/** The account of all recordings of an exam: as a page, and as CSV. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ExamCompletenessIT {

    private static final int[] WITHOUT_ONE =
            IntStream.rangeClosed(0, 15).filter(i -> i != 2).toArray();

    private final TestExam exam = TestExam.open(3);
    private final String page = "/review/completeness?exam=" + exam.code();

    /** One of whose recording four seconds are missing, and one who is still there. */
    @BeforeEach
    void record() {
        Candidate candidate = exam.candidate("C-1").join();
        Instant joined = Instant.parse(candidate.joined().get("serverTime").asText());
        TestTake take = TestTake.announced(candidate, joined.minusSeconds(12).toString());
        take.record(WITHOUT_ONE);
        candidate.api().post(candidate.path("/finish")).expect(200);
        take.close(15).expect(200);
        exam.candidate("C-2").join();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> lines(exam.partner()),
                        lines -> lines.size() == 3
                                && lines.get(1).get("main_cause").equals("NETWORK"));
    }

    @Test
    void namesWhatIsMissingAndWhy() {
        String html =
                StaffBrowser.signIn("reviewer").session().get(page).expect(200).body();
        assertThat(html)
                .contains("Network was down", "Browser alone", "Candidate 1", "of 3 joined", "1 gap in 1 recording");
        assertThat(html).contains("/review/attempt?id=");
    }

    @Test
    void isNarrowedDownToAStateOrACause() {
        Api reviewer = StaffBrowser.signIn("reviewer").session();
        assertThat(reviewer.get(page + "&cause=NETWORK").expect(200).body())
                .contains("Candidate 1</bdi></a>")
                .doesNotContain("Candidate 2</bdi></a>");
        assertThat(reviewer.get(page + "&state=OPEN").expect(200).body())
                .contains("Candidate 2</bdi></a>")
                .doesNotContain("Candidate 1</bdi></a>");
        assertThat(reviewer.get(page + "&state=INCOMPLETE").expect(200).body()).contains("No recording fits");
    }

    @Test
    void letsAdministratorsCountButNotPlay() {
        String html =
                StaffBrowser.signIn("admin").session().get(page).expect(200).body();
        assertThat(html).contains("Network was down").doesNotContain("/review/attempt?id=");
        StaffBrowser.signIn("proctor").session().get(page).expect(403);
    }

    @Test
    void saysThatNothingIsRecordedYet() {
        TestExam empty = TestExam.open(0);
        String html = StaffBrowser.signIn("reviewer")
                .session()
                .get("/review/completeness?exam=" + empty.code())
                .expect(200)
                .body();
        assertThat(html).contains("Nothing is recorded yet");
    }

    @Test
    void tellsPartnersTheSameAsCsv() {
        List<Map<String, String>> lines = lines(exam.partner());
        Map<String, String> first = lines.get(1);
        assertThat(first)
                .containsEntry("candidate_id", "C-1")
                .containsEntry("track", "camera")
                .containsEntry("state", "RECOVERING")
                .containsEntry("gaps", "1")
                .containsEntry("missing_seconds", "4.000")
                .containsEntry("network_seconds", "4.000")
                .containsEntry("main_cause_by", "CLIENT");
        assertThat(lines.get(2)).containsEntry("candidate_id", "C-2").containsEntry("state", "OPEN");
        assertThat(lines(StaffBrowser.signIn("reviewer").session())).hasSize(3);
    }

    @Test
    void agreesWithTheReport() {
        JsonNode item = exam.partner()
                .get(exam.path("/recordings"))
                .expect(200)
                .json()
                .get("items")
                .get(0);
        Map<String, String> line = lines(exam.partner()).get(1);
        assertThat(Double.parseDouble(line.get("expected_seconds")))
                .isEqualTo(item.get("expectedSeconds").asDouble());
        assertThat(Double.parseDouble(line.get("recorded_seconds")))
                .isEqualTo(item.get("recordedSeconds").asDouble());
    }

    /** The header, then a line a recording, by the names of the columns. */
    private List<Map<String, String>> lines(Api caller) {
        Answer csv =
                caller.with("Accept", "text/csv").get(exam.path("/recordings")).expect(200);
        assertThat(csv.header("Content-Disposition")).contains("recordings-" + exam.code() + ".csv");
        List<String> rows = csv.body().lines().toList();
        List<String> names = List.of(rows.get(0).split(",", -1));
        return rows.stream()
                .map(row -> List.of(row.split(",", -1)))
                .map(cells ->
                        IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, cells::get)))
                .toList();
    }
}
