package org.knightswatch.integration.interleavings;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;

/**
 * Candidates, proctors and administrators do anything in any order and at the same moments, while Redis goes, hangs,
 * forgets and comes back and the server is killed. What fails is not shrunk: the same calls at the same moments need not
 * fail again. The seed and all steps are in the failure.
 */
class InterleavingsIT {

    private static final int STEPS = 60;
    private static final int AT_ONCE = 12;
    private static final int TABS = 5;

    private static House house;
    private Hall hall;

    @BeforeContainer
    static void start() {
        house = new House();
    }

    @AfterTry
    void leave() {
        house.redis().start();
        hall.close();
    }

    @Property(
            shrinking = ShrinkingMode.OFF,
            edgeCases = EdgeCasesMode.NONE,
            afterFailure = AfterFailureMode.RANDOM_SEED)
    void keepsEveryPromise(@ForAll("interleavings") ActionChain<Hall> interleaving) {
        interleaving
                .withInvariant("one attempt and one seat each", Invariants::oneAttemptAndOneSeatEach)
                .withInvariant("nobody is lost", Invariants::nobodyIsLost)
                .withInvariant("everybody keeps their place", Invariants::everybodyKeepsTheirPlace)
                .withInvariant("only those who left are out", Invariants::onlyThoseWhoLeftAreOut)
                .withInvariant("as few rooms as possible", Invariants::fillsAsFewRoomsAsPossible)
                .withInvariant("duties are as the server said", Invariants::dutiesAreAsTheServerSaid)
                .withInvariant("every room is watched", Invariants::everyRoomIsWatched)
                .run();
    }

    @Provide
    ActionChainArbitrary<Hall> interleavings() {
        return ActionChain.startWith(this::enter).withAction(new Step()).withMaxTransformations(STEPS);
    }

    private Hall enter() {
        hall = new Hall(house);
        return hall;
    }

    /** Some of all that can happen, at once. */
    private static final class Step implements Action.Independent<Hall> {

        @Override
        public Arbitrary<Transformer<Hall>> transformer() {
            return deeds().list()
                    .ofMinSize(1)
                    .ofMaxSize(AT_ONCE)
                    .map(lists -> lists.stream().flatMap(List::stream).toList())
                    .map(deeds -> Transformer.mutate(deeds.toString(), hall -> hall.atOnce(deeds)));
        }

        private static Arbitrary<List<Deed>> deeds() {
            Arbitrary<Deed> joins = candidates().map(Deed.Join::new);
            return Arbitraries.frequencyOf(
                    Tuple.of(30, joins.map(List::of)),
                    Tuple.of(6, joins.map(join -> Collections.nCopies(TABS, join))),
                    Tuple.of(3, candidates().<Deed>map(Deed.Finish::new).map(List::of)),
                    Tuple.of(16, byStaff().map(List::of)),
                    Tuple.of(6, toServices().map(List::of)));
        }

        private static Arbitrary<Deed> byStaff() {
            return Arbitraries.oneOf(
                    candidates().flatMap(one -> any().map(room -> new Deed.Move(one, room))),
                    any().map(Deed.OnDuty::new),
                    any().map(Deed.OffDuty::new),
                    any().flatMap(room -> any().map(proctor -> new Deed.HandOver(room, proctor))));
        }

        private static Arbitrary<Deed> toServices() {
            return Arbitraries.frequency(
                    Tuple.of(2, Deed.Mishap.REDIS_STOPS),
                    Tuple.of(3, Deed.Mishap.REDIS_COMES_BACK),
                    Tuple.of(2, Deed.Mishap.REDIS_FORGETS),
                    Tuple.of(1, Deed.Mishap.REDIS_HANGS),
                    Tuple.of(1, Deed.Mishap.SERVER_IS_KILLED));
        }

        private static Arbitrary<Integer> candidates() {
            return Arbitraries.integers().between(1, Hall.CANDIDATES).withDistribution(RandomDistribution.uniform());
        }

        /** Counted round whatever there is to choose from. */
        private static Arbitrary<Integer> any() {
            return Arbitraries.integers().between(0, 999).withDistribution(RandomDistribution.uniform());
        }
    }
}
