package org.knightswatch.kernel;

import java.util.Locale;

/**
 * A setting as administrators see it.
 *
 * @param value in force; a secret only says whether it is set
 * @param source where the value comes from, in words
 * @param bound what values are taken, in words
 */
public record SettingRow(
        String key, String value, String byDefault, boolean set, String source, String bound, String purpose) {

    static SettingRow of(Setting<?> setting) {
        return new SettingRow(
                setting.key(),
                setting.shown(),
                setting.byDefault(),
                setting.source().isPresent(),
                setting.source().map(name -> words(name, setting.key())).orElse("Default"),
                setting.bound().isEmpty() ? setting.type() : setting.type() + ", " + setting.bound(),
                setting.purpose());
    }

    /** Whether a text is found in the key or the purpose. */
    boolean mentions(String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return key.contains(wanted) || purpose.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** Config sources name themselves for developers; operators look for a variable, a property or a file. */
    private static String words(String name, String key) {
        if (name.startsWith("EnvConfigSource")) {
            return "Environment variable " + variable(key);
        }
        if (name.startsWith("SysPropConfigSource")) {
            return "System property";
        }
        if (name.startsWith("PropertiesConfigSource")) {
            return "Properties file";
        }
        return "Server configuration (" + name + ")";
    }

    /** As MicroProfile Config looks for it. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
