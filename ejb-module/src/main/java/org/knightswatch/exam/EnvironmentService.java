package org.knightswatch.exam;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;

/** Knows the environments. The one called {@code default} is always there. */
@Stateless
public class EnvironmentService {

    @PersistenceContext
    EntityManager entities;

    /** The one that the schema brings along. */
    public EnvironmentView byDefault() {
        return find(Environment.DEFAULT_CODE).orElseThrow().view();
    }

    public List<EnvironmentView> list() {
        return entities.createQuery("select e from Environment e order by e.code", Environment.class)
                .getResultStream()
                .map(Environment::view)
                .toList();
    }

    public Environment within(Reach reach, String code) {
        return find(code)
                .filter(environment -> reach.includes(environment.id()))
                .orElseThrow(() -> FieldProblem.of("environment", ProblemCode.ENVIRONMENT_UNKNOWN, code)
                        .asException());
    }

    private Optional<Environment> find(String code) {
        return entities.createQuery("select e from Environment e where e.code = :code", Environment.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }
}
