package org.knightswatch.web.admin;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.knightswatch.exam.EnvironmentView;
import org.knightswatch.identity.Scope;

/** What is typed about a service key that is to be. */
public class KeyForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String title;
    private final Map<String, Boolean> scopes = new HashMap<>();
    private final Map<String, Boolean> environments = new HashMap<>();

    Set<Scope> tickedScopes() {
        return Arrays.stream(Scope.values())
                .filter(scope -> Boolean.TRUE.equals(scopes.get(scope.name())))
                .collect(Collectors.toSet());
    }

    Set<UUID> tickedOf(List<EnvironmentView> all) {
        return all.stream()
                .filter(environment -> Boolean.TRUE.equals(environments.get(environment.code())))
                .map(EnvironmentView::id)
                .collect(Collectors.toSet());
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    /** By the scope's name: whether it is ticked. */
    public Map<String, Boolean> getScopes() {
        return scopes;
    }

    /** By the environment's code: whether it is ticked. */
    public Map<String, Boolean> getEnvironments() {
        return environments;
    }
}
