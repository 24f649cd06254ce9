package org.knightswatch.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.knightswatch.identity.StaffService;
import org.knightswatch.room.DutyListing;
import org.knightswatch.room.DutyRow;
import org.knightswatch.room.ProctorChoice;
import org.knightswatch.room.ProctorSeating;
import org.knightswatch.web.faces.Rows;
import org.knightswatch.web.faces.Toasts;

/** Who watches an exam, and who could. */
@Named("adminDuties")
@ViewScoped
public class AdminDutiesView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ExamHeadView head;

    @Inject
    DutyListing duties;

    @Inject
    ProctorSeating seating;

    @Inject
    StaffService staff;

    @Inject
    Toasts toasts;

    private final Rows<ProctorChoice> choices =
            new Rows<>(query -> duties.choices(head.getExam().id(), query.part(), query.page()));
    private DutyRow chosen;
    private String note;

    public void start(ProctorChoice proctor) {
        seating.putOnDuty(head.getExam(), staff.require(proctor.proctor()));
        head.count();
        toasts.say(proctor.displayName() + " is on duty", "");
    }

    /** Takes the chosen proctor off duty. */
    public void end() {
        seating.takeOffDuty(head.getExam(), staff.require(chosen.proctor()), note);
        note = null;
        head.count();
        toasts.say(chosen.displayName() + " is off duty", "Others on duty took over the rooms.");
    }

    public List<DutyRow> getOn() {
        return duties.on(head.getExam().id());
    }

    public List<Integer> getUnwatched() {
        return head.getExam().proctorsPerRoom() == 0
                ? List.of()
                : duties.unwatched(head.getExam().id());
    }

    /** Such as {@code room 1, 3}; a dash for none. */
    public String rooms(List<Integer> numbers) {
        String all = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.isEmpty() ? "–" : "room " + all;
    }

    public Rows<ProctorChoice> getChoices() {
        return choices;
    }

    public DutyRow getChosen() {
        return chosen;
    }

    public void setChosen(DutyRow chosen) {
        this.chosen = chosen;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
