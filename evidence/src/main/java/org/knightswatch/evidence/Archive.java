package org.knightswatch.evidence;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything below a folder: recordings, which have a manifest, and what belongs to none of them.
 *
 * @param recordings folders with a manifest
 * @param findings files beside them, and folders that can't be looked into
 */
record Archive(List<Path> recordings, List<Finding> findings) {

    static Archive below(Path root) throws IOException {
        Visitor visitor = new Visitor(root);
        Files.walkFileTree(root, visitor);
        return new Archive(List.copyOf(visitor.recordings), List.copyOf(visitor.findings));
    }

    /** Follows no links; a link is a file that belongs to nobody. */
    private static final class Visitor extends SimpleFileVisitor<Path> {

        private final Path root;
        private final Set<Path> recordings = new TreeSet<>();
        private final Set<Finding> findings = new TreeSet<>(Comparator.comparing(Finding::where));

        private Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (Files.exists(folder.resolve(Manifest.NAME), LinkOption.NOFOLLOW_LINKS)) {
                recordings.add(folder);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!recordings.contains(file.getParent())) {
                found(Finding.Kind.EXTRA, file, "belongs to no recording");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            found(Finding.Kind.UNREADABLE, file, "can't be looked into");
            return FileVisitResult.CONTINUE;
        }

        private void found(Finding.Kind kind, Path file, String text) {
            findings.add(new Finding(kind, root.relativize(file).toString(), text));
        }
    }
}
