package org.knightswatch.web.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GatheringTest {

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<Set<String>> received = new ArrayList<>();

    @Test
    void handsOnEachThingOnceHoweverOftenItChanged() {
        Gathering<String> gathering = new Gathering<>(later::add, received::add);
        gathering.add("a");
        gathering.add("b");
        gathering.add("a");

        passTime();

        assertThat(received).containsExactly(Set.of("a", "b"));
    }

    @Test
    void handsOnNothingBeforeTheShortWhileIsOver() {
        Gathering<String> gathering = new Gathering<>(later::add, received::add);
        gathering.add("a");

        assertThat(received).isEmpty();
        assertThat(later).hasSize(1);
    }

    @Test
    void restsWhileNothingChanges() {
        Gathering<String> gathering = new Gathering<>(later::add, received::add);
        gathering.add("a");
        passTime();

        assertThat(later).isEmpty();
        gathering.add("b");
        passTime();

        assertThat(received).containsExactly(Set.of("a"), Set.of("b"));
    }

    @Test
    void keepsWhatChangesDuringOneGoForTheNext() {
        List<Gathering<String>> self = new ArrayList<>();
        Gathering<String> gathering = new Gathering<>(later::add, things -> {
            received.add(things);
            if (things.contains("a")) {
                self.get(0).add("b");
                assertThat(later).as("never two goes at a time").isEmpty();
            }
        });
        self.add(gathering);
        gathering.add("a");

        passTime();
        passTime();

        assertThat(received).containsExactly(Set.of("a"), Set.of("b"));
    }

    @Test
    void triesAgainWhatCouldNotBeHandedOn() {
        Gathering<String> gathering = new Gathering<>(later::add, things -> {
            received.add(things);
            if (received.size() == 1) {
                throw new IllegalStateException("the database is away");
            }
        });
        gathering.add("a");

        passTime();
        gathering.add("b");
        passTime();

        assertThat(received).containsExactly(Set.of("a"), Set.of("a", "b"));
        assertThat(later).isEmpty();
    }

    private void passTime() {
        List<Runnable> due = new ArrayList<>(later);
        later.clear();
        due.forEach(Runnable::run);
    }
}
