package org.knightswatch.integration.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.TestExam;

import static org.assertj.core.api.Assertions.assertThat;

/** Rosters and the invitations that come of them. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RosterIT {

    private static final String HEADER = "candidate_id,name,email,group\n";

    private final TestExam exam = TestExam.open(0);
    private final Api partner = exam.partner();

    @Test
    void takesGoodRowsAndNamesBadOnes() {
        Answer answer = roster("""
                C-1,Ayşe Yıldırım,ayse@example.org,North
                C-2,प्रिया देशमुख,,
                bad id,Somebody,,
                C-3,,,
                C-4,Somebody,no-mail,
                C-1,Again,,
                C-5,too,few
                """);
        assertThat(counts(answer)).isEqualTo("2 0 0");
        assertThat(rejected(answer))
                .isEqualTo("4 CANDIDATE_ID_INVALID, 5 CANDIDATE_NAME_MISSING, 6 EMAIL_INVALID,"
                        + " 7 CANDIDATE_DUPLICATE, 8 ROW_COLUMNS_WRONG");
        assertThat(answer.json().get("rejected").get(0).get("message").asText()).isNotEmpty();
    }

    @Test
    void tellsWhatChangedFromWhatDidNot() {
        roster("C-1,Ada,,\nC-2,Bo,,\n");
        assertThat(counts(roster("C-1,Ada Lovelace,,\nC-2,Bo,,\nC-3,Cy,,\n"))).isEqualTo("1 1 1");
    }

    @Test
    void readsTheMarkOfWindowsAndItsLineEnds() {
        String text = "\uFEFFcandidate_id,name,email,group\r\nC-1,\"Li, Bo\",,\r\n";
        assertThat(counts(partner.csv(exam.path("/roster"), text).expect(200))).isEqualTo("1 0 0");
    }

    @Test
    void refusesAFileThatIsNoRoster() {
        partner.csv(exam.path("/roster"), "name,id\nAda,1\n").refused(400, "ROSTER_HEADER_WRONG");
        partner.csv(exam.path("/roster"), "").refused(400, "ROSTER_EMPTY");
        byte[] latin = (HEADER + "C-1,Zo\u00eb,,\n").getBytes(StandardCharsets.ISO_8859_1);
        partner.send("POST", exam.path("/roster"), "text/csv", latin).refused(400, "ROSTER_NOT_TEXT");
        partner.post(exam.path("/roster"), "{}").refused(415, "CONTENT_TYPE_UNSUPPORTED");
    }

    @Test
    void takesThousandsInOneCall() {
        String rows = IntStream.range(0, 5000)
                .mapToObj(i -> "N-" + i + ",Candidate " + i + ",,\n")
                .collect(Collectors.joining());
        assertThat(counts(roster(rows))).isEqualTo("5000 0 0");
        JsonNode page = partner.get(exam.path("/invitations?page=4&size=1000")).json();
        assertThat(page.get("total").asInt()).isEqualTo(5000);
        assertThat(page.get("items")).hasSize(1000);
        assertThat(page.get("page").asInt()).isEqualTo(4);
        assertThat(page.get("size").asInt()).isEqualTo(1000);
    }

    @Test
    void listsInvitationsWithTheirLinks() {
        roster("C-1,Ada,,\n");
        JsonNode first = partner.get(exam.path("/invitations")).expect(200).json();
        JsonNode line = first.get("items").get(0);
        assertThat(Answer.names(line)).contains("candidateId", "invitation", "url");
        assertThat(line.get("url").asText())
                .isEqualTo(partner.address() + "/candidate/exam#"
                        + line.get("invitation").asText());
        assertThat(partner.get(exam.path("/invitations")).json()).isEqualTo(first);
    }

    @Test
    void listsInvitationsAsCsvToo() {
        roster("C-1,Ada,,\nC-2,Bo,,\n");
        Answer answer = partner.with("Accept", "text/csv")
                .get(exam.path("/invitations"))
                .expect(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(answer.body().lines()).hasSize(3).first().isEqualTo("candidate_id,invitation,url");
    }

    private Answer roster(String rows) {
        return partner.csv(exam.path("/roster"), HEADER + rows).expect(200);
    }

    private static String counts(Answer answer) {
        JsonNode json = answer.json();
        return json.get("added") + " " + json.get("updated") + " " + json.get("unchanged");
    }

    private static String rejected(Answer answer) {
        StringBuilder text = new StringBuilder();
        answer.json().get("rejected").forEach(row -> text.append(text.isEmpty() ? "" : ", ")
                .append(row.get("line"))
                .append(' ')
                .append(row.get("code").asText()));
        return text.toString();
    }
}
