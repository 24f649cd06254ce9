package org.knightswatch.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder in which the local store keeps its objects, a file each. Objects are laid there by hand, because what it costs
 * a store to take them is nobody's figure here; the server still has to ask the store for each.
 */
record StoreFolder(Path folder) {

    /** Of a product that was started with a data folder; the store is a subfolder of it. */
    static StoreFolder in(Path data) {
        return new StoreFolder(data.resolve("store"));
    }

    /** The file of an object, by a URL that the server gave for it. */
    Path fileOf(URI url) {
        return folder.resolve(url.getPath().substring(1));
    }

    static void lay(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
