package org.knightswatch.integration.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An exam of its own for a test, made as a partner makes one. */
public final class TestExam {

    private final Api partner;
    private final String code;
    private Map<String, String> invitations = Map.of();

    private TestExam(Api partner, String code) {
        this.partner = partner;
        this.code = code;
    }

    /** Open now, with so many candidates called C-1, C-2, ... */
    public static TestExam open(int candidates) {
        return open(candidates, Map.of());
    }

    public static TestExam open(int candidates, Map<String, Object> changes) {
        return open(Api.service(), candidates, changes);
    }

    public static TestExam open(Api partner, int candidates, Map<String, Object> changes) {
        Map<String, Object> draft = draft();
        draft.putAll(changes);
        TestExam exam = new TestExam(partner, (String) draft.get("code"));
        partner.post("/api/v1/exams", draft).expect(201);
        exam.expect(candidates);
        return exam;
    }

    /** What an exam needs, and nothing that has a default. */
    public static Map<String, Object> draft() {
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("code", "T-" + UUID.randomUUID());
        draft.put("title", "Fluid Mechanics");
        draft.put("startsAt", Instant.now().minusSeconds(60).toString());
        draft.put("endsAt", Instant.now().plusSeconds(7200).toString());
        draft.put("roomSize", 10);
        draft.put("proctorsPerRoom", 1);
        draft.put("seating", "FILL");
        return draft;
    }

    public String code() {
        return code;
    }

    public String path(String rest) {
        return "/api/v1/exams/" + code + rest;
    }

    /** The partner who made it. */
    public Api partner() {
        return partner;
    }

    public Candidate candidate(String id) {
        return new Candidate(Api.at(partner.address()), invitations.get(id));
    }

    private void expect(int candidates) {
        if (candidates == 0) {
            return;
        }
        String rows = IntStream.rangeClosed(1, candidates)
                .mapToObj(i -> "C-" + i + ",Candidate " + i + ",,\n")
                .collect(Collectors.joining());
        partner.csv(path("/roster"), "candidate_id,name,email,group\n" + rows).expect(200);
        readInvitations();
    }

    /** Looks at who is invited, after the roster was changed. */
    public void readInvitations() {
        Map<String, String> read = new LinkedHashMap<>();
        for (JsonNode item : partner.get(path("/invitations?size=1000")).json().get("items")) {
            read.put(item.get("candidateId").asText(), item.get("invitation").asText());
        }
        invitations = read;
    }
}
