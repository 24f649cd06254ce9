package org.knightswatch.exam;

import java.util.Set;
import java.util.UUID;

/**
 * Whose exams a caller gets to see: all, or those of some environments. What is out of reach does not exist for them.
 *
 * @param environments null: all of them
 */
public record Reach(Set<UUID> environments) {

    public static final Reach EVERYTHING = new Reach(null);

    public static Reach of(Set<UUID> environments) {
        return new Reach(Set.copyOf(environments));
    }

    public boolean includes(UUID environment) {
        return environments == null || environments.contains(environment);
    }
}
