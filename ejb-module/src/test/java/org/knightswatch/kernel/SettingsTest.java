package org.knightswatch.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Looks at all settings of all features at once: they are found among the classes, so that none is forgotten. */
class SettingsTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path SAMPLE = Path.of("../server-config/sample.env");
    private static final String ODD = "no @@ such value";
    /** What the server itself reads, see server-config/cli. */
    private static final Set<String> OF_THE_SERVER = Set.of(
            "KNIGHTSWATCH_DB_DRIVER",
            "KNIGHTSWATCH_DB_URL",
            "KNIGHTSWATCH_DB_USER",
            "KNIGHTSWATCH_DB_PASSWORD",
            "KNIGHTSWATCH_DB_POOL",
            "KNIGHTSWATCH_BEHIND_PROXY");

    @ParameterizedTest
    @MethodSource("settings")
    void keepsItsDefaultAndSaysWhatItIsFor(Setting<?> setting) {
        boolean required = setting.key().equals(SecretSettings.KEY);

        assertThat(setting.key()).matches("knightswatch\\.[a-z0-9.-]+");
        assertThat(setting.purpose()).endsWith(".");
        assertThat(setting.source()).isEmpty();
        if (!required) {
            assertThatCode(setting::check).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void readsItsKeyAndRefusesWhatCantBeUsed(Setting<?> setting) {
        System.setProperty(setting.key(), ODD);
        try {
            boolean anyList = setting.bound().isEmpty() && setting.type().startsWith("list");
            if (setting.type().equals("text") || anyList) {
                assertThat(outcome(setting)).isIn(ODD, List.of(ODD).toString(), "refused");
            } else {
                assertThat(outcome(setting)).isEqualTo("refused");
            }
            assertThat(setting.source())
                    .hasValueSatisfying(source -> assertThat(source).isNotBlank());
        } finally {
            System.clearProperty(setting.key());
        }
    }

    private static String outcome(Setting<?> setting) {
        try {
            return setting.get().toString();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining(setting.key()).hasMessageContaining("must be");
            return "refused";
        }
    }

    @Test
    void neverShowsASecret() {
        Setting<String> secret = Setting.text("knightswatch.test.secret", "").secret();
        System.setProperty("knightswatch.test.secret", "hunter2hunter2");
        try {
            assertThat(secret.shown()).doesNotContain("hunter2");
            assertThat(secret.toString()).doesNotContain("hunter2");
        } finally {
            System.clearProperty("knightswatch.test.secret");
        }
    }

    @Test
    void standInTheSampleAllOfThemAndNothingElse() throws IOException {
        Set<String> sample = Files.readAllLines(SAMPLE).stream()
                .map(line -> line.replaceFirst("^#", ""))
                .filter(line -> line.matches("KNIGHTSWATCH_[A-Z0-9_]+=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = settings()
                .map(setting -> setting.key().replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(OF_THE_SERVER);

        assertThat(sample).isEqualTo(known);
    }

    static Stream<Setting<?>> settings() {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<Settings> groups = files.filter(file -> file.toString().endsWith(".class"))
                    .map(SettingsTest::type)
                    .filter(type -> Settings.class.isAssignableFrom(type) && !type.isInterface())
                    .map(SettingsTest::make)
                    .toList();
            return groups.stream().flatMap(group -> group.all().stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(Path file) {
        String name = CLASSES.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
        try {
            return Class.forName(name, false, SettingsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Settings make(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Settings) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
