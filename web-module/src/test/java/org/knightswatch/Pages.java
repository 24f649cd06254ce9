package org.knightswatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All Markdown of the repository that people are meant to read, and the links in it. */
final class Pages {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> FOREIGN = Set.of("node_modules", "target", "data", ".git");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)|(?:href|src|srcset)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");

    private final Map<Path, String> texts = new TreeMap<>();

    Pages() {
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean foreign = FOREIGN.contains(folder.getFileName().toString());
                    return foreign ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (file.toString().endsWith(".md")) {
                        texts.put(file, Files.readString(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Links that lead nowhere, as {@code page: link}. */
    Set<String> brokenLinks() {
        Set<String> broken = new TreeSet<>();
        texts.keySet().forEach(page -> links(page).stream()
                .filter(link -> !leadsSomewhere(page, link))
                .forEach(link -> broken.add(ROOT.relativize(page) + ": " + link)));
        return broken;
    }

    /** Pages that no reader finds who begins with this one. */
    Set<String> unreachableFrom(String first) {
        Set<Path> seen = new HashSet<>();
        Deque<Path> waiting = new ArrayDeque<>(List.of(ROOT.resolve(first)));
        while (!waiting.isEmpty()) {
            Path page = waiting.pop();
            if (texts.containsKey(page) && seen.add(page)) {
                links(page).forEach(link -> waiting.push(target(page, link)));
            }
        }
        return texts.keySet().stream()
                .filter(page -> !seen.contains(page))
                .map(page -> ROOT.relativize(page).toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String text(String page) {
        return texts.get(ROOT.resolve(page));
    }

    private List<String> links(Path page) {
        return LINK.matcher(CODE.matcher(prose(page)).replaceAll(""))
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    private boolean leadsSomewhere(Path page, String link) {
        Path target = target(page, link);
        if (!Files.exists(target)) {
            return false;
        }
        int hash = link.indexOf('#');
        return hash < 0 || (texts.containsKey(target) && anchors(target).contains(link.substring(hash + 1)));
    }

    private static Path target(Path page, String link) {
        String path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? page : page.resolveSibling(path).normalize();
    }

    /** As the usual readers of Markdown make them: lower case, blanks as dashes, everything else gone. */
    private Set<String> anchors(Path page) {
        return HEADING.matcher(prose(page))
                .results()
                .map(match -> match.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private String prose(Path page) {
        return FENCED.matcher(texts.get(page)).replaceAll("");
    }
}
