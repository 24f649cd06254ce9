package org.knightswatch.attempt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knightswatch.kernel.ProctoringException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JoiningBrowserTest {

    private static final String MARK = "0123456789abcdef0123456789abcdef";

    @Test
    void keepsTheDigestOfTheMarkAlone() {
        JoiningBrowser browser = JoiningBrowser.of(MARK, null, null);
        assertThat(browser.markSha256()).hasSize(64).doesNotContain(MARK);
        assertThat(browser).isEqualTo(JoiningBrowser.of(MARK, null, null));
        assertThat(JoiningBrowser.of(null, null, null).markSha256()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "0123456789abcdef\n", "0123456789abcdef<b>", "äöüäöüäöüäöüäöüäöü"})
    void refusesWhatIsNoMark(String mark) {
        assertThatThrownBy(() -> JoiningBrowser.of(mark, null, null)).isInstanceOf(ProctoringException.class);
        assertThatThrownBy(() -> JoiningBrowser.of("x".repeat(65), null, null)).isInstanceOf(ProctoringException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox on Linux",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 | Chrome on Windows",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0 | Edge on Windows",
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36 | Chrome on Android",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) Version/18.0 Safari/604.1 | Safari on iPhone",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 15) Version/18.0 Safari/605.1 | Safari on macOS",
                "curl/8.5.0 | Another program",
                "<script>alert(1)</script> | Another program",
            })
    void callsABrowserByOurOwnWords(String agent, String name) {
        assertThat(JoiningBrowser.of(null, agent, null).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "2001:db8:12:34::1, 2001:db8:12::/48",
        "::ffff:203.0.113.77, 203.0.113.0/24",
        "fe80::1%eth0, fe80:0:0::/48",
        "nobody.example, unknown",
        "1:2:3, unknown",
    })
    void keepsTheNetworkAlone(String address, String network) {
        assertThat(JoiningBrowser.of(null, null, address).network()).isEqualTo(network);
        assertThat(JoiningBrowser.of(null, null, null).words()).isEqualTo("Another program, network unknown");
    }
}
