package org.knightswatch.exam;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Finds out whether an exam's own page lets itself be shown in a frame. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the page is asked over the network
public class ExamPages {

    @Inject
    ExamPageProbe probe;

    @Inject
    ExamService exams;

    /** The exam, with what its page says about frames when that was not known. */
    public ExamView asked(ExamView exam) {
        if (exam.examUrl() == null || exam.framing() != Framing.UNKNOWN) {
            return exam;
        }
        Framing framing = probe.ask(exam.examUrl());
        if (framing == Framing.UNKNOWN) {
            return exam;
        }
        exams.learnFraming(exam.id(), exam.examUrl(), framing);
        return exams.require(exam.id());
    }
}
