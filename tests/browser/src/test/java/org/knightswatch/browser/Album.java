package org.knightswatch.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pictures of pages, light and dark, wide and narrow, in {@code target/images}. Whatever is pictured must be accessible and
 * must not be wider than its window.
 */
final class Album {

    private static final Path FOLDER = Path.of("target", "images");
    private static final int WIDE = 1440;
    private static final int NARROW = 390;

    private Album() {}

    /** Both looks at both widths. */
    static void picture(Page page, String name) {
        wide(page, name);
        page.setViewportSize(NARROW, 844);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            take(page, name + "-narrow", scheme);
        }
        page.setViewportSize(WIDE, 900);
    }

    /** Both looks, at a desk only. */
    static void wide(Page page, String name) {
        page.setViewportSize(WIDE, 900);
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            take(page, name, scheme);
        }
    }

    private static void take(Page page, String name, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String file = name + "-" + scheme.name().toLowerCase(Locale.ROOT);
        Accessibility.check(page, file);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits its window", file)
                .isEqualTo(true);
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(file + ".png")));
    }
}
