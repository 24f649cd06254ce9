package org.knightswatch.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * One local service, held by its standard input: it ends when that closes, and so also when this JVM dies in whatever
 * way.
 */
final class LocalProcess implements AutoCloseable {

    private static final int LIMIT_SECONDS = 60;

    private final Process process;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private LocalProcess(Process process) {
        this.process = process;
    }

    /** Starts a script of this folder and waits until it has said the word. */
    static LocalProcess start(List<String> command, Map<String, String> environment, String word) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
        builder.command().set(0, folder().resolve(command.get(0)).toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        try {
            LocalProcess started = new LocalProcess(builder.start());
            Thread reader = new Thread(() -> started.read(word), command.get(0));
            reader.setDaemon(true);
            reader.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the build has put the services, seen from any module of the project. */
    static Path folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), parent -> parent != null, Path::getParent)
                .map(parent -> parent.resolve("server-config/target/local-services"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The local services are not built: run 'mvn -pl server-config -am package' first."));
    }

    /** The line with the word that was waited for. */
    String line() {
        try {
            return ready.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("A local service did not start: " + e.getMessage(), e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Asks it to end, as the death of its holder would. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** Sends a signal to those who still run. */
    static void signal(String name, Stream<ProcessHandle> processes) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        try {
            if (command.size() > 2) {
                new ProcessBuilder(command).start().onExit().join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String word) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(word)) {
                    ready.complete(line);
                }
                if (!ready.isDone()) {
                    said.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            said.append(e);
        }
        ready.completeExceptionally(new IllegalStateException(said.toString()));
    }
}
