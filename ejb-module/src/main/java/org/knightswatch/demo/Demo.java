package org.knightswatch.demo;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.knightswatch.demo.DemoFile.Account;
import org.knightswatch.demo.DemoFile.Contents;
import org.knightswatch.demo.DemoFile.DemoExam;
import org.knightswatch.demo.DemoFile.Link;
import org.knightswatch.exam.EnvironmentService;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamDraft;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Reach;
import org.knightswatch.exam.Seating;
import org.knightswatch.exam.Takeover;
import org.knightswatch.exam.Track;
import org.knightswatch.identity.Passwords;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.Scope;
import org.knightswatch.identity.ServiceKeyService;
import org.knightswatch.identity.StaffDraft;
import org.knightswatch.identity.StaffService;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.room.ProctorSeating;
import org.knightswatch.roster.EnrolmentService;
import org.knightswatch.roster.RosterService;
import org.knightswatch.token.Invitations;

/** Makes the demo: one account for each role, a service key, and an exam that is open for weeks. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each step is a transaction of its own
public class Demo {

    private static final ExamCode CODE = new ExamCode("DEMO");
    private static final Duration OPEN_FOR = Duration.ofDays(30);

    @Inject
    StaffService staff;

    @Inject
    Passwords passwords;

    @Inject
    ServiceKeyService serviceKeys;

    @Inject
    EnvironmentService environments;

    @Inject
    ExamService exams;

    @Inject
    RosterService rosters;

    @Inject
    EnrolmentService enrolments;

    @Inject
    ProctorSeating seating;

    @Inject
    Invitations invitations;

    @Inject
    ServerClock clock;

    public Contents make() {
        List<Account> accounts = List.of(
                account("admin", "Salla Valtonen", Role.ADMINISTRATOR),
                account("proctor", "Mateo Castellanos", Role.PROCTOR),
                account("reviewer", "Yara Haddad", Role.REVIEWER));
        String key = serviceKeys.create(
                "Demo",
                EnumSet.allOf(Scope.class),
                Set.of(environments.byDefault().id()));
        ExamView exam = find().orElseGet(() -> exams.create(draft(clock.instant()), Reach.EVERYTHING));
        rosters.importCsv(exam.id(), roster());
        seating.putOnDuty(exam, staff.require("proctor"));
        return new Contents(null, key, accounts, new DemoExam(CODE.value(), List.of()));
    }

    /** The same with links at this address, and with the exam open for some time to come. */
    public Contents upToDate(Contents contents, String url) {
        find().filter(exam -> exam.isOver(clock.instant().plus(1, ChronoUnit.DAYS)))
                .ifPresent(exam -> exams.change(CODE, draft(exam.startsAt()), Reach.EVERYTHING));
        List<Link> links = find().map(exam -> enrolments.list(exam.id(), "", PageRequest.first(100)).items().stream()
                        .map(enrolment -> {
                            String invitation = invitations.derive(enrolment);
                            return new Link(enrolment.candidateId(), invitation, url + "/candidate/exam#" + invitation);
                        })
                        .toList())
                .orElse(List.of());
        return new Contents(url, contents.serviceKey(), contents.staff(), new DemoExam(CODE.value(), links));
    }

    private Account account(String name, String displayName, Role role) {
        String password = passwords.make();
        Optional<StaffView> there = staff.find(name);
        if (there.isPresent()) {
            staff.replacePassword(there.get().id(), password);
        } else {
            staff.create(new StaffDraft(name, displayName, EnumSet.of(role), password));
        }
        return new Account(name, password, List.of(role.name()));
    }

    private Optional<ExamView> find() {
        try {
            return Optional.of(exams.require(CODE, Reach.EVERYTHING));
        } catch (ProctoringException e) {
            return Optional.empty();
        }
    }

    private ExamDraft draft(Instant from) {
        Instant now = clock.instant();
        boolean shift = Duration.between(from, now.plus(OPEN_FOR)).compareTo(OPEN_FOR.plusDays(1)) > 0;
        Instant start = shift ? now : from;
        return new ExamDraft(
                CODE.value(),
                "Foundations of Thermodynamics",
                start,
                start.plus(OPEN_FOR),
                25,
                1,
                Seating.FILL,
                null,
                null,
                List.of(Track.CAMERA),
                null,
                null,
                Takeover.ALLOW,
                null,
                null);
    }

    private static InputStream roster() {
        try (InputStream in = Demo.class.getResourceAsStream("demo-roster.csv")) {
            return new ByteArrayInputStream(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
