package org.knightswatch.roster;

import java.time.Instant;

/**
 * An exam as a list shows it.
 *
 * @param environment its title
 * @param candidates on the roster
 * @param proctors on duty now
 */
public record ExamRow(
        String code,
        String title,
        Instant startsAt,
        Instant endsAt,
        String environment,
        int proctorsPerRoom,
        long candidates,
        long proctors) {}
