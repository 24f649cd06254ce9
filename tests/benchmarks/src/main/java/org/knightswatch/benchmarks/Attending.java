package org.knightswatch.benchmarks;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** Those who have joined: each in turn makes a call, always with the newest token. */
record Attending(List<String> attempts, AtomicReferenceArray<String> tokens) {

    static Attending of(List<Answer> joined) {
        return new Attending(
                joined.stream().map(answer -> answer.text("attemptId")).toList(),
                new AtomicReferenceArray<>(
                        joined.stream().map(answer -> answer.text("joinToken")).toArray(String[]::new)));
    }

    int size() {
        return attempts.size();
    }

    String token(int who) {
        return tokens.get(who);
    }

    Answer renew(Line line, int n) {
        Answer answer = post(line, n, "/token");
        if (answer.isGood()) {
            tokens.set(n % size(), answer.text("joinToken"));
        }
        return answer;
    }

    Answer beat(Line line, int n) {
        return post(line, n, "/beat");
    }

    /** A live socket each. */
    List<LiveLine> connect(URI server) {
        return IntStream.range(0, size())
                .mapToObj(i -> LiveLine.to(server, tokens.get(i)))
                .toList();
    }

    private Answer post(Line line, int n, String call) {
        int who = n % size();
        return line.post("/api/v1/attempts/" + attempts.get(who) + call, tokens.get(who), "");
    }
}
