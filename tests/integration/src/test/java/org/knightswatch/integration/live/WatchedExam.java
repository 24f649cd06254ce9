package org.knightswatch.integration.live;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.LiveSocket;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;

/** An exam with its first candidate and a proctor on duty, both with an open line. */
abstract class WatchedExam {

    final TestExam exam;
    final Candidate candidate;
    final Api page = StaffBrowser.signIn("proctor").onPage("/proctor/wall");
    LiveSocket wall;
    LiveSocket live;

    WatchedExam(TestExam exam) {
        this.exam = exam;
        candidate = exam.candidate("C-1").join();
    }

    @BeforeEach
    void open() {
        exam.partner()
                .post(exam.path("/proctors"), Map.of("proctor", "proctor"))
                .expect(200);
        live = LiveSocket.of(candidate);
        wall = LiveSocket.ofProctor(page, exam);
    }

    @AfterEach
    void close() {
        live.close();
        wall.close();
    }
}
