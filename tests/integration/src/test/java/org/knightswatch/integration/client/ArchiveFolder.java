package org.knightswatch.integration.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.knightswatch.integration.ground.Surroundings;

/** The archive of a candidate's camera, as the API tells of it and as it lies in the store. */
public final class ArchiveFolder {

    private final String path;

    public ArchiveFolder(Candidate candidate) {
        this.path = candidate.path("/recording/camera/archive");
    }

    /** Waits until as many objects as these lie there. */
    public ArchiveFolder awaitObjects(String... names) {
        await(answer -> names(answer).containsAll(List.of(names)));
        return this;
    }

    public ArchiveFolder awaitSeal() {
        await(answer -> answer.has("sealedAt"));
        return this;
    }

    public JsonNode json() {
        return Api.service().get(path).expect(200).json();
    }

    public List<String> names() {
        return names(json());
    }

    /** What the store's own disk has. */
    public Path file(String name) {
        return Surroundings.get()
                .storeFolder()
                .resolve("knights-watch")
                .resolve(json().get("place").asText())
                .resolve(name);
    }

    public byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a browser to an object. */
    public Answer link(Api caller, String name) {
        return caller.get(path + "/" + name);
    }

    private void await(Predicate<JsonNode> fits) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> Api.service().get(path), answer -> answer.status() == 200 && fits.test(answer.json()));
    }

    private static List<String> names(JsonNode answer) {
        List<String> names = new ArrayList<>();
        answer.get("objects").forEach(object -> names.add(object.get("name").asText()));
        return names;
    }
}
