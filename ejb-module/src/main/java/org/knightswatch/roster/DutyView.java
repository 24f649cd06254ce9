package org.knightswatch.roster;

import java.util.UUID;
import org.knightswatch.exam.ExamId;
import org.knightswatch.identity.StaffId;

/** A duty as others see it. */
public record DutyView(UUID id, ExamId exam, StaffId staff) {}
