package org.knightswatch.integration.interleavings;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.TestExam;

import static org.assertj.core.api.Assertions.assertThat;

/** An exam that everybody acts upon, with what the server has promised in this step and how all stood before it. */
final class Hall implements AutoCloseable {

    static final int CANDIDATES = 80;
    static final int ROOM_SIZE = 4;
    static final int PROCTORS_PER_ROOM = 2;

    private static final int UNDER_WAY_SECONDS = 60;

    private final House house;
    private final TestExam exam;
    private final Map<String, JsonNode> pages = new ConcurrentHashMap<>();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private Promises promises = new Promises();
    private Picture before = Picture.EMPTY;
    private Picture now = Picture.EMPTY;
    private final AtomicBoolean toBeKilled = new AtomicBoolean();
    private boolean killed;
    private CountDownLatch underWay = new CountDownLatch(0);

    Hall(House house) {
        this.house = house;
        exam = TestExam.open(
                house.partner(), CANDIDATES, Map.of("roomSize", ROOM_SIZE, "proctorsPerRoom", PROCTORS_PER_ROOM));
    }

    /** All at the same moment; answers when all is still again. */
    void atOnce(List<Deed> deeds) {
        promises = new Promises();
        before = now;
        killed = house.mayBeKilled() && deeds.contains(Deed.Mishap.SERVER_IS_KILLED);
        toBeKilled.set(killed);
        underWay = new CountDownLatch((int) deeds.stream()
                        .filter(deed -> deed != Deed.Mishap.SERVER_IS_KILLED)
                        .count()
                / 2);
        List<Callable<Void>> calls = new ArrayList<>();
        deeds.forEach(deed -> calls.add(() -> {
            deed.in(this);
            underWay.countDown();
            return null;
        }));
        try {
            for (Future<Void> call : callers.invokeAll(calls)) {
                call.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            house.redis().thaw();
        }
        now = look();
    }

    Picture look() {
        return Picture.of(exam, house.administrator());
    }

    Picture before() {
        return before;
    }

    Picture now() {
        return now;
    }

    Promises promises() {
        return promises;
    }

    void join(String candidate) {
        ask(candidate, () -> exam.candidate(candidate).tryToJoin()).ifPresent(answer -> {
            if (answer.status() == 409) {
                answer.refused(409, "ATTEMPT_ENDED");
                assertThat(before.isOver(candidate) || pages.containsKey(candidate))
                        .as("%s has ended before", candidate)
                        .isTrue();
                return;
            }
            JsonNode joined = answer.expect(200).json();
            pages.put(candidate, joined);
            promises.joined(candidate, Place.of(joined));
        });
    }

    /** By the page that joined last, if any has. */
    void finish(String candidate) {
        JsonNode page = pages.get(candidate);
        if (page != null) {
            Api api = house.nobody().bearer(page.get("joinToken").asText());
            String path = "/api/v1/attempts/" + page.get("attemptId").asText() + "/finish";
            ask(candidate, () -> api.post(path)).ifPresent(answer -> {
                answer.expect(200);
                promises.finished(candidate);
            });
        }
    }

    void move(String candidate, String room) {
        Place place = before.places().get(candidate);
        if (place != null) {
            Map<String, Object> move = Map.of("room", room, "reason", "noise");
            String path = "/api/v1/attempts/" + place.attempt() + "/seat";
            ask(candidate, () -> house.administrator().post(path, move)).ifPresent(answer -> {
                if (answer.status() == 409) {
                    assertThat(answer.text("code")).isIn("ROOM_FULL", "ROOM_SAME", "ATTEMPT_NOT_RUNNING");
                } else {
                    answer.expect(204);
                    promises.moved(candidate, room);
                }
            });
        }
    }

    void duty(String proctor, boolean on, Function<TestExam, Answer> call) {
        ask(proctor, () -> call.apply(exam)).ifPresent(answer -> {
            if (answer.status() == 409) {
                answer.refused(409, "CHANGED_MEANWHILE");
            } else {
                answer.expect(on ? 200 : 204);
                promises.duty(proctor, on);
            }
        });
    }

    void handOver(String room, String proctor) {
        String path = "/api/v1/rooms/" + room + "/proctor";
        Map<String, Object> move = Map.of("to", proctor, "reason", "break");
        ask(room, () -> house.administrator().post(path, move)).ifPresent(answer -> {
            if (answer.status() == 409) {
                assertThat(answer.text("code")).isIn("PROCTOR_NOT_THERE", "ROOM_WATCHED_ALREADY", "CHANGED_MEANWHILE");
            } else {
                answer.expect(204);
            }
        });
    }

    /** A room there was before this step. */
    Optional<String> room(int index) {
        List<Picture.Room> rooms = before.rooms();
        return rooms.isEmpty()
                ? Optional.empty()
                : Optional.of(rooms.get(index % rooms.size()).id());
    }

    String proctor(int index) {
        return house.proctors().get(index % house.proctors().size());
    }

    House house() {
        return house;
    }

    /** In the midst of a step: about half of it was answered, the rest is asked for in vain. */
    void killServer() throws InterruptedException {
        if (toBeKilled.getAndSet(false) && underWay.await(UNDER_WAY_SECONDS, TimeUnit.SECONDS)) {
            house.killAndRestart();
        }
    }

    @Override
    public void close() {
        callers.shutdown();
    }

    /** Empty when the server was killed meanwhile, so that nobody knows what it has done. */
    private Optional<Answer> ask(String who, Supplier<Answer> call) {
        try {
            Answer answer = call.get();
            if (!killed || answer.status() == 200 || answer.status() == 204 || answer.status() == 409) {
                return Optional.of(answer);
            }
        } catch (UncheckedIOException e) {
            if (!killed) {
                throw e;
            }
        }
        promises.unsure(who);
        return Optional.empty();
    }
}
