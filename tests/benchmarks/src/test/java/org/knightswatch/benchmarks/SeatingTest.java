package org.knightswatch.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeatingTest {

    private static final List<Answer> JOINS = List.of(joined("A", 1), joined("B", 2));

    @Test
    void findsNothingWhereEverybodySitsAsTold() {
        assertThat(Seating.of(List.of(room(sits("A", 1), sits("B", 2))), JOINS)).isEqualTo(new Seating(1, 0, 0, 0));
    }

    @Test
    void countsASeatThatIsGone() {
        assertThat(Seating.of(List.of(room(sits("A", 1))), JOINS).lost()).isEqualTo(1);
    }

    @Test
    void countsASeatThatMoved() {
        assertThat(Seating.of(List.of(room(sits("A", 2), sits("B", 1))), JOINS).lost())
                .isEqualTo(2);
    }

    @Test
    void countsTwoInOneSeat() {
        assertThat(Seating.of(List.of(room(sits("A", 1), sits("B", 1))), JOINS).doubled())
                .isEqualTo(1);
    }

    @Test
    void countsACandidateInTwoSeats() {
        assertThat(Seating.of(List.of(room(sits("A", 1), sits("A", 2))), JOINS).doubled())
                .isEqualTo(1);
    }

    @Test
    void countsARoomWithMoreThanItHolds() {
        assertThat(Seating.of(List.of(room(sits("A", 1), sits("B", 2), sits("C", 3))), JOINS)
                        .overfull())
                .isEqualTo(1);
    }

    private static Answer joined(String candidate, int seat) {
        return new Answer(200, sits(candidate, seat).replace("}", ",\"room\":{\"id\":\"R\"}}"));
    }

    private static String sits(String candidate, int seat) {
        return "{\"candidateId\":\"" + candidate + "\",\"attemptId\":\"T\",\"seat\":" + seat + "}";
    }

    private static JsonNode room(String... sitting) {
        String candidates = String.join(",", sitting);
        return new Answer(200, "{\"id\":\"R\",\"capacity\":2,\"candidates\":[" + candidates + "]}").json();
    }
}
