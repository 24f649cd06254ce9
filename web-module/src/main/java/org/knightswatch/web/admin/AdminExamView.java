package org.knightswatch.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.knightswatch.exam.EnvironmentService;
import org.knightswatch.exam.EnvironmentView;
import org.knightswatch.exam.ExamPages;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Reach;
import org.knightswatch.media.MediaProviders;
import org.knightswatch.web.faces.PageZone;
import org.knightswatch.web.faces.Redirects;
import org.knightswatch.web.faces.Toasts;

/** The form that makes and changes an exam. Two administrators at once overwrite nothing unseen. */
@Named("adminExam")
@ViewScoped
public class AdminExamView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ExamHeadView head;

    @Inject
    ExamService exams;

    @Inject
    ExamPages pages;

    @Inject
    EnvironmentService environments;

    @Inject
    MediaProviders providers;

    @Inject
    PageZone zone;

    @Inject
    Toasts toasts;

    @Inject
    Redirects redirects;

    private ExamForm form = new ExamForm();
    private ExamForm opened;
    private long version;

    /** Fills the form with what is stored; what was typed is gone. Empty for an exam that is to be. */
    public void load() {
        form = new ExamForm();
        if (head.getCode() != null) {
            head.load();
            show(head.getExam());
        }
    }

    public void create() {
        ExamView made = pages.asked(exams.create(form.draft(zone.get()), Reach.EVERYTHING));
        toasts.sayThere("Exam created", "Next: import the roster.");
        redirects.to("/admin/exam?code=" + made.code());
    }

    public void save() {
        head.load();
        show(pages.asked(exams.change(head.getExam().code(), form.draft(zone.get()), Reach.EVERYTHING, version)));
        toasts.say("Exam saved", head.getExam().title());
    }

    /** Saves over what somebody else changed meanwhile, as far as the page has shown it. */
    public void saveOverTheirs() {
        version = head.getExam().version();
        save();
    }

    /** Asks the exam's own page again whether it lets itself be framed. */
    public void ask() {
        show(pages.asked(exams.require(head.getExam().id())));
    }

    /** What somebody else changed since the form was filled. */
    public List<ExamDifference> getTheirs() {
        boolean overtaken = opened != null && head.getExam().version() != version;
        return overtaken ? ExamDifference.between(opened, ExamForm.of(head.getExam(), zone.get())) : List.of();
    }

    private void show(ExamView exam) {
        head.show(exam);
        form = ExamForm.of(exam, zone.get());
        opened = ExamForm.of(exam, zone.get());
        version = exam.version();
    }

    public ExamForm getForm() {
        return form;
    }

    public List<EnvironmentView> getEnvironments() {
        return environments.list();
    }

    public List<String> getProviders() {
        return providers.ids().stream().sorted().toList();
    }
}
