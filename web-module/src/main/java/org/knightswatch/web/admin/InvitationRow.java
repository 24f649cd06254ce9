package org.knightswatch.web.admin;

import org.knightswatch.roster.EnrolmentId;

/** A candidate with the link that is good now. */
public record InvitationRow(EnrolmentId enrolment, String candidateId, String name, String url, int generation) {}
