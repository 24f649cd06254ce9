package org.knightswatch.exam;

import java.util.UUID;

/** The id of an exam; people and partners name it by its {@link ExamCode}. */
public record ExamId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
