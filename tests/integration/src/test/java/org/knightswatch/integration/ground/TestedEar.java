package org.knightswatch.integration.ground;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.knightswatch.integration.inside.ElsewhereResource;
import org.knightswatch.integration.provider.MoodyProvider;

/** The EAR as it is shipped; only the tests that run inside are added to its WAR, and a provider of theirs to its EJBs. */
final class TestedEar {

    private static final Path EAR = Path.of("../../ear/target/knights-watch.ear");
    private static final String WAR = "knights-watch-web.war";
    private static final String EJBS = "knights-watch-ejb.jar";
    private static final String[] INSIDE = {"org.knightswatch.integration.inside", "org.knightswatch.integration.client"
    };

    private TestedEar() {}

    /** The EAR as it is shipped, and a way to have time go on and other nodes act. */
    static void withMovingTime(File file) {
        EnterpriseArchive ear = shipped();
        WebArchive war = ear.getAsType(WebArchive.class, "/" + WAR).addClass(ElsewhereResource.class);
        ear.delete("/" + WAR);
        ear.addAsModule(war).as(ZipExporter.class).exportTo(file);
    }

    private static EnterpriseArchive shipped() {
        return ShrinkWrap.createFromZipFile(EnterpriseArchive.class, EAR.toFile());
    }

    static EnterpriseArchive make() {
        EnterpriseArchive ear = shipped();
        WebArchive war = ear.getAsType(WebArchive.class, "/" + WAR).addPackages(true, INSIDE);
        Stream.of(Assertions.class, Awaitility.class, Matcher.class)
                .map(TestedEar::jarOf)
                .forEach(war::addAsLibrary);
        JavaArchive ejbs = ear.getAsType(JavaArchive.class, "/" + EJBS).addPackage(MoodyProvider.class.getPackage());
        ear.delete("/" + WAR);
        ear.delete("/" + EJBS);
        ear.addAsModule(ejbs);
        return ear.addAsModule(Testable.archiveToTest(war));
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
