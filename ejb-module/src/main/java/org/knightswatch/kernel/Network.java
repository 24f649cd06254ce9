package org.knightswatch.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How the world reaches us, and what this node is called. */
@ApplicationScoped
public class Network implements Settings {

    private final Setting<Optional<URI>> publicUrl = Setting.address("knightswatch.public-url")
            .within(uri -> uri.isEmpty() || uri.get().getScheme().matches("https?"), "http:// or https://")
            .says("The address in links that we hand out, such as https://exams.example.org. Empty: as the request"
                    + " that asks for them.");

    private final Setting<String> node = Setting.text("jboss.node.name", "node")
            .within(text -> !text.isBlank() && text.length() <= 100, "of 1 to 100 characters");

    /** The name of this node among the others; the server gives it. */
    public String node() {
        return node.get();
    }

    /** Without a slash at its end. */
    public Optional<String> publicUrl() {
        return publicUrl.get().map(uri -> uri.toString().replaceAll("/+$", ""));
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(publicUrl);
    }
}
