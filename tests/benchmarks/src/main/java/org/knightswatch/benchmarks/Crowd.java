package org.knightswatch.benchmarks;

import java.util.List;

/**
 * The candidates of one exam. They have agreed before they join, as the candidate's page has it: consent is asked for
 * before the camera, minutes before the join.
 */
final class Crowd {

    private final Hall hall;
    private final String exam;
    private final List<String> invitations;
    private final List<String> receipts;

    private Crowd(Hall hall, String exam, List<String> invitations, List<String> receipts) {
        this.hall = hall;
        this.exam = exam;
        this.invitations = invitations;
        this.receipts = receipts;
    }

    /** A new exam with so many candidates at its door. */
    static Crowd gather(Partner partner, Hall hall, int candidates, int roomSize) {
        String exam = partner.makeExam(candidates, roomSize);
        List<String> invitations = partner.invitations(exam);
        String digest = hall.call(1, (line, i) -> line.post("/api/v1/invitations/open", "", open(invitations.get(0))))
                .allGood()
                .answers()
                .get(0)
                .json()
                .at("/consent/sha256")
                .asText();
        String yes = ",\"version\":\"1\",\"language\":\"en\",\"accepted\":true,\"sha256\":\"" + digest + "\"}";
        List<String> receipts = hall
                .call(
                        candidates,
                        (line, i) -> line.post(
                                "/api/v1/consents", "", open(invitations.get(i)).replace("}", yes)))
                .allGood()
                .answers()
                .stream()
                .map(receipt -> receipt.text("receiptId"))
                .toList();
        return new Crowd(hall, exam, invitations, receipts);
    }

    String exam() {
        return exam;
    }

    int size() {
        return invitations.size();
    }

    /** Everybody joins, once. */
    Hall.Outcome join() {
        return hall.call(size(), (line, i) -> line.post("/api/v1/join", "", wish(i)));
    }

    private String wish(int i) {
        String receipt = ",\"consent\":{\"receiptId\":\"" + receipts.get(i) + "\"}}";
        return open(invitations.get(i)).replace("}", receipt);
    }

    private static String open(String invitation) {
        return "{\"invitation\":\"" + invitation + "\"}";
    }
}
