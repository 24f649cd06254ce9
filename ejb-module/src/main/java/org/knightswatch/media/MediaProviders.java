package org.knightswatch.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

/** All providers that are built in, by their names. */
@ApplicationScoped
public class MediaProviders {

    @Inject
    @Any
    Instance<MediaProvider> providers;

    public MediaProvider require(String id) {
        return providers.stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProctoringException(ProblemCode.PROVIDER_UNKNOWN, id, String.join(", ", ids())));
    }

    public Set<String> ids() {
        return providers.stream().map(MediaProvider::id).collect(Collectors.toUnmodifiableSet());
    }
}
