package org.knightswatch.kernel;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretBoxTest {

    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);

    private final SecretBox box = boxed();

    @BeforeEach
    void setKey() {
        System.setProperty(SecretSettings.KEY, "ab".repeat(32));
    }

    @AfterEach
    void forgetKey() {
        System.clearProperty(SecretSettings.KEY);
    }

    @Test
    void opensWhatItClosedAndNeverLooksTheSame() {
        byte[] once = box.close("token-1", SECRET);
        byte[] again = box.close("token-1", SECRET);

        assertThat(box.open("token-1", once)).isEqualTo(SECRET);
        assertThat(once).isNotEqualTo(again);
        assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("a secret");
    }

    @Test
    void opensForItsOwnLabelOnly() {
        byte[] closed = box.close("token-1", SECRET);

        assertThatThrownBy(() -> box.open("token-2", closed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensUnderItsOwnMasterKeyOnly() {
        byte[] closed = box.close("token-1", SECRET);
        System.setProperty(SecretSettings.KEY, "cd".repeat(32));

        assertThatThrownBy(() -> box.open("token-1", closed)).hasMessageContaining(SecretSettings.KEY);
    }

    @Test
    void marksTextsByMasterKeyAndLabel() {
        byte[] mark = box.mark("nonce", "text");

        assertThat(box.mark("nonce", "text")).isEqualTo(mark).hasSize(32);
        assertThat(box.mark("other", "text")).isNotEqualTo(mark);
        System.setProperty(SecretSettings.KEY, "cd".repeat(32));
        assertThat(box.mark("nonce", "text")).isNotEqualTo(mark);
    }

    @SuppressWarnings("UnnecessaryAssignment") // no container here
    private static SecretBox boxed() {
        SecretBox box = new SecretBox();
        box.settings = new SecretSettings();
        return box;
    }
}
