package org.knightswatch.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LocalServicesTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void theStoreAnswersUntilItsInputCloses() throws Exception {
        LocalStore store = LocalStore.start(folder);
        assertThat(statusUnsigned(store.endpoint())).isEqualTo(403);

        store.close();

        assertThat(store.process().isAlive()).isFalse();
    }

    @Test
    void redisAnswersUntilItsInputCloses() throws Exception {
        LocalRedis redis = LocalRedis.start(folder);
        List<ProcessHandle> all = allOf(redis.process());
        assertThat(answer(redis.url(), "PING")).startsWith("-NOAUTH");
        assertThat(answer(redis.url(), "AUTH " + redis.url().getUserInfo().substring(1)))
                .isEqualTo("+OK");

        redis.close();

        assertThat(all).allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(LIMIT));
    }

    @Test
    void nothingOfRedisIsLeftWhenItIsKilled() {
        LocalRedis redis = LocalRedis.start(folder);
        List<ProcessHandle> all = allOf(redis.process());

        redis.kill();

        assertThat(all).allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(LIMIT));
    }

    @Test
    void bothEndWhenWhoeverHoldsThemIsKilled() throws Exception {
        Process holder = holderOfBoth();
        List<ProcessHandle> services = holder.descendants().toList();
        assertThat(services).hasSizeGreaterThanOrEqualTo(3);

        holder.destroyForcibly();

        assertThat(services).allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(LIMIT));
    }

    @Test
    void neitherStartsWithoutItsSecrets() throws Exception {
        for (String script : List.of("store.sh", "redis.sh")) {
            Process refused = run(LocalProcess.folder().resolve(script), Map.of());

            assertThat(said(refused)).startsWith("usage: ").contains(script).hasLineCount(1);
            assertThat(refused.waitFor()).isEqualTo(64);
        }
    }

    @Test
    void takesTheRedisOfTheMachineWhenItsOwnDoesNotRun() throws Exception {
        Path machine = bareMachine();
        executable(machine.resolve("redis-server"), "echo the Redis of the machine");

        Process taken = run(scriptAlone(), Map.of("PATH", machine.toString(), "REDIS_PASSWORD", "secret"));

        assertThat(said(taken)).isEqualTo("the Redis of the machine\n");
    }

    @Test
    void saysWhatToInstallWhenNoRedisRuns() throws Exception {
        Process refused = run(scriptAlone(), Map.of("PATH", bareMachine().toString(), "REDIS_PASSWORD", "secret"));

        assertThat(said(refused)).contains("install redis-server").hasLineCount(1);
        assertThat(refused.waitFor()).isEqualTo(69);
    }

    /** A shell that keeps both alive by a pipe of its own, as a start script does. */
    private Process holderOfBoth() throws IOException {
        Path script = Files.writeString(folder.resolve("holder.sh"), """
                mkfifo lifeline
                "$1/store.sh" 0 objects <lifeline >store.out 2>&1 &
                "$1/redis.sh" "$2" redis <lifeline >redis.out 2>&1 &
                exec 3>lifeline
                wait
                """);
        String port = Integer.toString(FreePort.find());
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/sh", script.toString(), LocalProcess.folder().toString(), port)
                .directory(folder.toFile());
        builder.environment().putAll(LocalStore.SECRETS);
        builder.environment().put("REDIS_PASSWORD", "secret");
        Process started = builder.start();
        await().atMost(LIMIT).until(() -> Files.readString(folder.resolve("store.out")), is -> is.contains("READY"));
        await().atMost(LIMIT).until(() -> Files.readString(folder.resolve("redis.out")), is -> is.contains("Ready"));
        return started;
    }

    private Path scriptAlone() throws IOException {
        return Files.copy(LocalProcess.folder().resolve("redis.sh"), folder.resolve("redis.sh"));
    }

    /** The commands that every machine has, and no Redis. */
    private Path bareMachine() throws IOException {
        Path machine = Files.createDirectory(folder.resolve("machine"));
        for (String command : List.of("cat", "chmod", "dirname", "mkdir", "sed", "tr", "uname")) {
            executable(machine.resolve(command), "PATH=" + System.getenv("PATH") + " exec " + command + " \"$@\"");
        }
        return machine;
    }

    private static void executable(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Process run(Path script, Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", script.toString(), "1", folder.toString()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    private static List<ProcessHandle> allOf(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    private static int statusUnsigned(URI endpoint) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(endpoint).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static String answer(URI redis, String command) throws IOException {
        try (Socket socket = new Socket(redis.getHost(), redis.getPort())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
        }
    }
}
