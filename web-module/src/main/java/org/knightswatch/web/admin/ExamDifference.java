package org.knightswatch.web.admin;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A field that somebody else changed while a form was open.
 *
 * @param now what it says there, in words
 */
public record ExamDifference(String field, String now) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK);

    /** In the order of the form. */
    static List<ExamDifference> between(ExamForm opened, ExamForm now) {
        List<ExamDifference> found = new ArrayList<>();
        add(found, "Title", opened.getTitle(), now.getTitle());
        add(found, "Environment", opened.getEnvironment(), now.getEnvironment());
        add(found, "Joining opens", opened.getStartsAt(), now.getStartsAt());
        add(found, "Exam ends", opened.getEndsAt(), now.getEndsAt());
        add(found, "Seats in a room", opened.getRoomSize(), now.getRoomSize());
        add(found, "Proctors in a room", opened.getProctorsPerRoom(), now.getProctorsPerRoom());
        add(found, "Seating", opened.getSeating(), now.getSeating());
        add(found, "Screen", opened.isScreen(), now.isScreen());
        add(found, "Quality", opened.getQuality(), now.getQuality());
        add(found, "A second browser", opened.getTakeover(), now.getTakeover());
        add(found, "Exam page", opened.getExamUrl(), now.getExamUrl());
        add(found, "Attempts", opened.getAttempts(), now.getAttempts());
        add(found, "Live pictures", opened.getProvider(), now.getProvider());
        return found;
    }

    private static void add(List<ExamDifference> found, String field, Object opened, Object now) {
        if (!Objects.equals(opened, now)) {
            found.add(new ExamDifference(field, words(now)));
        }
    }

    private static String words(Object value) {
        if (value == null) {
            return "none";
        }
        if (value instanceof LocalDateTime time) {
            return TIME.format(time);
        }
        if (value instanceof Boolean yes) {
            return yes ? "recorded" : "not recorded";
        }
        return value instanceof Enum<?> one ? one.name().toLowerCase(Locale.ROOT) : value.toString();
    }
}
