package org.knightswatch.exam;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.knightswatch.kernel.Ids;

/** A world of its own, such as production or staging: exams and service keys belong to one. */
@Entity
class Environment {

    static final String DEFAULT_CODE = "default";

    @Id
    private UUID id;

    private String code;
    private String title;

    protected Environment() {}

    Environment(String code, String title) {
        this.id = Ids.next();
        this.code = code;
        this.title = title;
    }

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
