package org.knightswatch.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder on a disk. Links are not followed: what lies elsewhere is not in the folder. */
public record FolderSource(Path folder) implements Source {

    @Override
    public Optional<InputStream> open(String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("is no plain file");
        }
        return Optional.empty();
    }

    @Override
    public Optional<Set<String>> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Optional.of(
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toUnmodifiableSet()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
