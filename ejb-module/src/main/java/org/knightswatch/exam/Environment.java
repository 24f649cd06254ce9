package org.knightswatch.exam;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** A world of its own, such as production or staging: exams and service keys belong to one. */
@Entity
class Environment {

    static final String DEFAULT_CODE = "default";

    @Id
    private UUID id;

    private String code;
    private String title;

    protected Environment() {}

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    EnvironmentView view() {
        return new EnvironmentView(id, code, title);
    }
}
