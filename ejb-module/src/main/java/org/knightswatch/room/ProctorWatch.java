package org.knightswatch.room;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.ExamService;
import org.knightswatch.roster.DutyService;
import org.knightswatch.roster.DutyView;

/**
 * Looks after those who are on duty but not there. What it finds is looked at again under the lock of the exam's proctor
 * seats, so that two nodes hand nothing over twice.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // Redis is asked in between
public class ProctorWatch {

    @Inject
    DutyService duties;

    @Inject
    ExamService exams;

    @Inject
    ProctorPresence presence;

    @Inject
    ProctorSeating seating;

    @Inject
    DutyListing listing;

    public void look() {
        duties.examsWatched().forEach(exam -> {
            staff(exam);
            look(exam);
        });
    }

    /** A room that was opened is given to somebody in a transaction of its own, which a crash may have prevented. */
    private void staff(ExamId exam) {
        if (exams.require(exam).proctorsPerRoom() > 0
                && !listing.unwatched(exam).isEmpty()) {
            seating.settle(exam);
        }
    }

    private void look(ExamId exam) {
        List<DutyView> on = duties.on(exam);
        if (on.size() < 2) {
            return;
        }
        Map<UUID, ProctorSign> signs = presence.of(exams.require(exam), on);
        Set<UUID> back = those(
                on,
                duty -> !duty.isThere()
                        && signs.containsKey(duty.id())
                        && signs.get(duty.id()).isAfter(duty.goneAt()));
        Set<UUID> gone = those(
                on,
                duty -> duty.isThere()
                        && signs.containsKey(duty.id())
                        && signs.get(duty.id()).gone());
        if (!back.isEmpty()) {
            seating.comeBack(exam, back);
        }
        if (!gone.isEmpty()) {
            seating.takeFromGone(exam, gone);
        }
    }

    private static Set<UUID> those(List<DutyView> on, Predicate<DutyView> which) {
        return on.stream().filter(which).map(DutyView::id).collect(Collectors.toSet());
    }
}
