package org.knightswatch.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Has axe look at a page as it is now. Nothing that it calls serious or critical may be there. */
final class Accessibility {

    private static final String AXE = read();
    /** What fades in is judged when it is there. */
    private static final String RUN = """
            async () => {
              const moving = () => window.jQuery?.(':animated').length > 0 || document.getAnimations().some((one) =>
                one.playState === 'running' && one.effect.getComputedTiming().iterations !== Infinity);
              while (moving()) await new Promise((next) => requestAnimationFrame(next));
              return (await axe.run(document, { resultTypes: ['violations'] })).violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
                  `${id}: ${help} at ${target.join(' ')} (${failureSummary.replaceAll('\\n', ' ')})`));
            }
            """;

    private Accessibility() {}

    static void check(Page page, String where) {
        page.evaluate(AXE);
        List<?> findings = (List<?>) page.evaluate(RUN);

        assertThat(findings).as("serious accessibility findings on %s", where).isEmpty();
    }

    private static String read() {
        try (InputStream in = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
