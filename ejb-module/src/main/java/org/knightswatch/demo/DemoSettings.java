package org.knightswatch.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** Whether there is a demo, and where its accounts and links are written. */
@ApplicationScoped
public class DemoSettings implements Settings {

    private final Setting<String> file = Setting.text("knightswatch.demo.file", "")
            .says("A file that gets the accounts and links of a demo exam, which is made when the file is missing."
                    + " Empty: no demo. Never set it in production.");

    private final Setting<Optional<URI>> url =
            Setting.address("knightswatch.demo.url").says("The address that the links of the demo begin with.");

    Optional<Path> file() {
        return file.get().isEmpty() ? Optional.empty() : Optional.of(Path.of(file.get()));
    }

    String url() {
        return url.get().map(URI::toString).orElse("http://127.0.0.1:8080").replaceAll("/+$", "");
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(file, url);
    }
}
