package org.knightswatch;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import jakarta.ejb.Schedule;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.knightswatch.kernel.ProblemCode;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** Holds the code against the table of arrows in docs/architecture.md, and against the laws that no table can say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    private static final String BASE = "org.knightswatch.";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.knightswatch");
    private final Map<String, Set<String>> table = readTable();

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> packages = classes.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(this::feature)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(table.keySet()).as("docs/architecture.md").containsAll(packages);
    }

    @Test
    void arrowsRunAsTheTableSays() {
        table.forEach((feature, allowed) -> {
            DescribedPredicate<JavaClass> forbidden = DescribedPredicate.describe(
                    "packages of ours that " + feature + " may not use: see docs/architecture.md",
                    type -> type.getPackageName().startsWith(BASE)
                            && !feature(type).equals(feature)
                            && !allowed.contains(feature(type))
                            && !(feature.startsWith("web.") && !feature(type).startsWith("web.")));

            ArchRuleDefinition.noClasses()
                    .that(isIn(feature))
                    .should()
                    .dependOnClassesThat(forbidden)
                    .allowEmptyShould(true)
                    .check(classes);
        });
    }

    @Test
    void thereAreNoCycles() {
        slices().matching(BASE + "(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void theCoreKnowsNothingOfTheWeb() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..",
                        "jakarta.faces..",
                        "jakarta.ws.rs..",
                        "jakarta.websocket..",
                        BASE + "web..")
                .check(classes);
    }

    @Test
    void entitiesStayInTheirPackage() {
        ArchRuleDefinition.classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .notBePublic()
                .check(classes);
    }

    @Test
    void everyProblemCodeIsRaised() {
        assertThat(classes.get(ProblemCode.class).getFields())
                .filteredOn(field -> field.getRawType().isEquivalentTo(ProblemCode.class))
                .filteredOn(field -> field.getAccessesToSelf().stream()
                        .allMatch(access -> access.getOriginOwner().isEquivalentTo(ProblemCode.class)))
                .extracting(JavaField::getName)
                .isEmpty();
    }

    @Test
    void timersOnlyWakeOthers() {
        ArchRuleDefinition.noClasses()
                .that(DescribedPredicate.describe("have a schedule", this::hasSchedule))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.persistence..")
                .because("a timer is an alarm clock; the work is a service")
                .check(classes.that(DescribedPredicate.describe(
                        "timers", type -> type.getSimpleName().endsWith("Timer"))));
    }

    @Test
    void timeComesFromTheServersClock() {
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveSimpleName("ServerClock")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .check(classes);
    }

    private boolean hasSchedule(JavaClass type) {
        return type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Schedule.class));
    }

    private DescribedPredicate<JavaClass> isIn(String feature) {
        return DescribedPredicate.describe(
                "are in " + feature, type -> feature(type).equals(feature));
    }

    private String feature(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(BASE) ? name.substring(BASE.length()) : name;
    }

    private static Map<String, Set<String>> readTable() {
        Path document = Path.of("../docs/architecture.md");
        try {
            Map<String, Set<String>> table = new LinkedHashMap<>();
            Files.readAllLines(document).stream()
                    .dropWhile(line -> !line.startsWith("| Package |"))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .map(line -> line.split("\\|", -1))
                    .forEach(cells -> table.put(cells[1].strip(), names(cells[2])));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(String cell) {
        return Arrays.stream(cell.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
