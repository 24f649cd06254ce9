package org.knightswatch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the pages in docs against the code, and against one another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentationTest {

    private static final Set<String> OF_THE_SERVER =
            Set.of("DB_DRIVER", "DB_URL", "DB_USER", "DB_PASSWORD", "DB_POOL", "BEHIND_PROXY");

    private final Pages pages = new Pages();
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.knightswatch");

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(pages.brokenLinks()).isEmpty();
    }

    @Test
    void everyPageIsReachedFromTheReadme() {
        assertThat(pages.unreachableFrom("README.md")).isEmpty();
    }

    @Test
    void everySettingIsExplainedWithItsDefault() {
        Set<String> explained = rows("docs/settings.md", "(?m)^\\| `KNIGHTSWATCH_([A-Z0-9_]+)` \\| (`[^`]*`|–) \\|");
        Set<String> known = settings()
                .map(setting -> name(setting) + " " + byDefault(setting))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(explained.stream().filter(row -> !OF_THE_SERVER.contains(row.replaceFirst(" .*", ""))))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void everyProblemCodeIsInTheTable() {
        Set<String> codes = Arrays.stream(ProblemCode.values())
                .map(code -> code + " " + code.kind().status())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows("docs/api.md", "(?m)^\\| `([A-Z0-9_]+)` \\| (\\d{3}) \\|"))
                .isEqualTo(codes);
    }

    @Test
    void everyCallHasItsParagraph() {
        Set<String> calls = classes.stream()
                .map(JavaClass::reflect)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(method -> calls(type, method)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows("docs/api.md", "(?m)^### ([A-Z]+) (/api/v1\\S*)$")).isEqualTo(calls);
    }

    private static Stream<String> calls(Class<?> type, Method method) {
        String below = method.isAnnotationPresent(Path.class)
                ? "/" + method.getAnnotation(Path.class).value()
                : "";
        String path = ("/api/v1/" + type.getAnnotation(Path.class).value() + below)
                .replaceAll("\\{ending:.*", "")
                .replaceAll("\\{(\\w+):[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("/$", "");
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(annotation -> annotation.isAnnotationPresent(HttpMethod.class))
                .map(annotation -> annotation.getAnnotation(HttpMethod.class).value() + " " + path);
    }

    /** The two groups of every match, as one text. */
    private Set<String> rows(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(pages.text(page))
                .results()
                .map(match -> match.group(1) + " " + match.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Setting<?> setting) {
        return setting.key()
                .replaceFirst("^knightswatch\\.", "")
                .replaceAll("[^A-Za-z0-9]", "_")
                .toUpperCase(Locale.ROOT);
    }

    private static String byDefault(Setting<?> setting) {
        return setting.byDefault().isEmpty() ? "–" : "`" + setting.byDefault() + "`";
    }

    private Stream<Setting<?>> settings() {
        return classes.stream()
                .filter(type -> type.isAssignableTo(Settings.class) && !type.isInterface())
                .map(type -> make(type.reflect()))
                .flatMap(group -> group.all().stream());
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
