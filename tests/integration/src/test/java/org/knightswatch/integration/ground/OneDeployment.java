package org.knightswatch.integration.ground;

import java.util.List;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;

/** Has Arquillian deploy the EAR once for all test classes, where it would deploy anew for each. */
public final class OneDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(DeploymentScenarioGenerator.class, OfTheEar.class).observer(Keeper.class);
    }

    /** What is deployed, whatever the test class. */
    public static final class OfTheEar implements DeploymentScenarioGenerator {

        @Override
        public List<DeploymentDescription> generate(TestClass type) {
            return List.of(new DeploymentDescription("knights-watch", TestedEar.make()).shouldBeTestable(true));
        }
    }

    /** Lets the first class deploy, and hands what it deployed to all others. It goes with the server. */
    public static final class Keeper {

        @Inject
        @ClassScoped
        private InstanceProducer<DeploymentScenario> scenario;

        private DeploymentScenario kept;
        private boolean deployed;

        public void generate(@Observes EventContext<GenerateDeployment> context) {
            if (kept == null) {
                context.proceed();
                kept = scenario.get();
            } else {
                scenario.set(kept);
            }
        }

        public void deploy(@Observes EventContext<DeployManagedDeployments> context) {
            if (!deployed) {
                context.proceed();
                deployed = true;
            }
        }

        public void undeploy(@Observes EventContext<UnDeployManagedDeployments> context) {
            // The next class wants it, too
        }
    }
}
