package org.knightswatch.integration.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.StaffDraft;
import org.knightswatch.identity.StaffService;
import org.knightswatch.identity.StaffView;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;

/** Proctors of a test's own, by a name that people use. */
@ApplicationScoped
public class Proctors {

    private static final String PASSWORD = "correct horse battery";

    @Inject
    StaffService staff;

    public StaffView make(String displayName) {
        String account = "p-" + UUID.randomUUID();
        return staff.create(new StaffDraft(account, displayName, EnumSet.of(Role.PROCTOR), PASSWORD));
    }

    /** A new one, on duty. */
    public StaffView onDuty(TestExam exam, String displayName) {
        StaffView proctor = make(displayName);
        exam.partner()
                .post(exam.path("/proctors"), Map.of("proctor", proctor.name()))
                .expect(200);
        return proctor;
    }

    /** Their browser, at the wall. */
    public Api page(StaffView proctor) {
        return StaffBrowser.signIn(proctor.name(), PASSWORD).onPage("/proctor/wall");
    }
}
