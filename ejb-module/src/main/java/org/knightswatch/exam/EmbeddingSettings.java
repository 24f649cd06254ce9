package org.knightswatch.exam;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** Which pages of others may open the recorder and hear how it stands. */
@ApplicationScoped
public class EmbeddingSettings implements Settings {

    private final Setting<List<String>> origins = Setting.list("knightswatch.embedding.origins", "")
            .within(
                    list -> list.stream().allMatch(EmbeddingSettings::isOrigin),
                    "of origins such as https://campus.example.org")
            .says("Origins of exam platforms whose pages may hear how a recording that they opened stands."
                    + " That of an exam's own page may do so anyway.");

    /** The origins that may hear of a recording of an exam whose page has this address; null: it has none. */
    public List<String> openers(String examUrl) {
        Stream<String> own = examUrl == null ? Stream.of() : Stream.of(originOf(URI.create(examUrl)));
        return Stream.concat(own, origins.get().stream()).distinct().toList();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(origins);
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() != null && uri.getHost() != null && text.equals(originOf(uri));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** As browsers write it: in small letters, and without the port that goes without saying. */
    private static String originOf(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean goesWithoutSaying = uri.getPort() == -1 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (goesWithoutSaying ? "" : ":" + uri.getPort());
    }
}
