package org.knightswatch.attempt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a browser calls itself, in our own words: nothing of what it sent is kept. */
final class BrowserName {

    private static final Map<String, String> FAMILIES = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        // The first that fits: each of them also claims to be those further down.
        FAMILIES.put("Edg", "Edge");
        FAMILIES.put("OPR/", "Opera");
        FAMILIES.put("SamsungBrowser/", "Samsung Internet");
        FAMILIES.put("Firefox/", "Firefox");
        FAMILIES.put("FxiOS/", "Firefox");
        FAMILIES.put("Chrome/", "Chrome");
        FAMILIES.put("CriOS/", "Chrome");
        FAMILIES.put("Safari/", "Safari");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Macintosh", "macOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private BrowserName() {}

    static String of(String userAgent) {
        String said = userAgent == null ? "" : userAgent;
        String family = first(FAMILIES, said).orElse("Another program");
        return first(SYSTEMS, said).map(system -> family + " on " + system).orElse(family);
    }

    private static Optional<String> first(Map<String, String> known, String said) {
        return known.entrySet().stream()
                .filter(entry -> said.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
