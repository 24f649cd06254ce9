package org.knightswatch.kernel;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * One setting: a key, a type, a default, a bound and what it is for. It is read anew each time it is asked for, so that
 * what an operator changes in the server's console is in force at once.
 *
 * @param <T> what the rest of the code sees
 */
public final class Setting<T> {

    private static final String MASK = "••••••";

    private final String key;
    private final String type;
    private final String byDefault;
    private final Function<String, T> reader;
    private Predicate<T> bound = value -> true;
    private String boundInWords = "";
    private String purpose = "";
    private boolean secret;

    private Setting(String key, String type, String byDefault, Function<String, T> reader) {
        this.key = key;
        this.type = type;
        this.byDefault = byDefault;
        this.reader = reader;
    }

    public static Setting<String> text(String key, String byDefault) {
        return new Setting<>(key, "text", byDefault, String::strip);
    }

    public static Setting<Integer> number(String key, int byDefault) {
        return new Setting<>(key, "number", Integer.toString(byDefault), text -> Integer.valueOf(text.strip()));
    }

    public static Setting<Boolean> flag(String key, boolean byDefault) {
        return new Setting<>(key, "true or false", Boolean.toString(byDefault), Setting::readFlag);
    }

    public static Setting<Duration> duration(String key, Duration byDefault) {
        return new Setting<>(key, "duration such as PT10M", byDefault.toString(), text -> Duration.parse(text.strip()));
    }

    public static Setting<Optional<URI>> address(String key) {
        return new Setting<>(key, "address", "", Setting::readAddress);
    }

    public static Setting<List<String>> list(String key, String byDefault) {
        return new Setting<>(key, "list, parted by commas", byDefault, Setting::readList);
    }

    public Setting<T> within(Predicate<T> bound, String inWords) {
        this.bound = bound;
        this.boundInWords = inWords;
        return this;
    }

    public Setting<T> says(String purpose) {
        this.purpose = purpose;
        return this;
    }

    public Setting<T> secret() {
        this.secret = true;
        return this;
    }

    /** The value in force. */
    public T get() {
        return read(config().getOptionalValue(key, String.class).orElse(byDefault));
    }

    /** Refuses a value that can't be used, with a sentence that names the key and what would do. */
    public void check() {
        get();
    }

    private T read(String text) {
        T value;
        try {
            value = reader.apply(text);
        } catch (RuntimeException e) {
            throw new IllegalStateException(complaint(text), e);
        }
        if (!bound.test(value)) {
            throw new IllegalStateException(complaint(text));
        }
        return value;
    }

    private String complaint(String text) {
        String wanted = boundInWords.isEmpty() ? type : type + ", " + boundInWords;
        return "The setting " + key + " is '" + (secret ? MASK : text) + "'; it must be a " + wanted + ". Default: '"
                + byDefault + "'.";
    }

    public String key() {
        return key;
    }

    public String type() {
        return type;
    }

    public String byDefault() {
        return byDefault;
    }

    public String bound() {
        return boundInWords;
    }

    public String purpose() {
        return purpose;
    }

    public boolean isSecret() {
        return secret;
    }

    /** The value in force as a person may see it: a secret only says whether it is set. */
    public String shown() {
        String text = config().getOptionalValue(key, String.class).orElse(byDefault);
        return secret && !text.isEmpty() ? MASK : text;
    }

    /** Where the value comes from; empty when it is the default. */
    public Optional<String> source() {
        ConfigValue value = config().getConfigValue(key);
        return Optional.ofNullable(value.getValue()).map(set -> value.getSourceName());
    }

    @Override
    public String toString() {
        return key;
    }

    private static Config config() {
        return ConfigProvider.getConfig();
    }

    private static Boolean readFlag(String text) {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Optional<URI> readAddress(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        URI uri = URI.create(text.strip());
        if (!uri.isAbsolute() || uri.getHost() == null) {
            throw new IllegalArgumentException(text);
        }
        return Optional.of(uri);
    }

    private static List<String> readList(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
