package org.knightswatch.exam;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.util.UUID;
import org.knightswatch.kernel.Sha256;

/** One language of one version of what candidates agree to. Never changed: another wording is another version. */
@Entity
class ConsentText {

    @EmbeddedId
    private Key key;

    private String body;
    private String sha256;

    protected ConsentText() {}

    ConsentText(UUID exam, String version, String language, String body) {
        this.key = new Key(exam, version, language);
        this.body = body;
        this.sha256 = Sha256.digest(body).hex();
    }

    ConsentTextView view() {
        return new ConsentTextView(key.consentVersion(), key.language(), body, sha256);
    }

    /** Which text. */
    @Embeddable
    record Key(UUID examId, String consentVersion, String language) implements Serializable {}
}
