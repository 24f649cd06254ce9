package org.knightswatch.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

import static java.util.concurrent.TimeUnit.SECONDS;

/** An exam that is over, and in which recordings lost something, each in another way. */
final class TroubledExam {

    static final String CODE = "THERMO-1";

    private static final List<String> NAMES = List.of(
            "김솔빛",
            "Ольга Ткаченко-Вишневецька",
            "Łukasz Wiśniewski-Zadora",
            "Tāne Waimarie",
            "Anselm Quarshie",
            "Jean-Baptiste N’Diaye",
            "Αριάδνη Παπαδοπούλου",
            "Bo Li",
            "Mia Virtanen",
            "Chidi Okonkwo");

    private TroubledExam() {}

    /** Has it sat by whatever page of the product. */
    static void sit(Page page) {
        Product product = Product.running();
        product.post("/exams", "application/json", """
            {"code": "%s", "title": "Foundations of Thermodynamics", "startsAt": "%s", "endsAt": "%s",
             "roomSize": 25, "proctorsPerRoom": 0, "seating": "FILL"}
            """.formatted(
                        CODE, Instant.now().minusSeconds(60), Instant.now().plusSeconds(7200)));
        StringBuilder roster = new StringBuilder("candidate_id,name,email,group\n");
        for (int i = 0; i < NAMES.size(); i++) {
            roster.append("T-").append(100 + i).append(',').append(NAMES.get(i)).append(",,\n");
        }
        product.post("/exams/" + CODE + "/roster", "text/csv", roster.toString());
        List<String> invitations = new ArrayList<>();
        for (JsonNode item : product.api("/exams/" + CODE + "/invitations").get("items")) {
            invitations.add(item.get("invitation").asText());
        }
        page.evaluate(Script.sitWithTrouble(), invitations);
        Awaitility.await("nothing is open, and what is whole is read")
                .atMost(120, SECONDS)
                .until(() -> count("OPEN") == 0 && count("COMPLETE") == 2);
    }

    private static long count(String state) {
        long count = 0;
        for (JsonNode item :
                Product.running().api("/exams/" + CODE + "/recordings").get("items")) {
            count += item.get("state").asText().equals(state) ? 1 : 0;
        }
        return count;
    }
}
