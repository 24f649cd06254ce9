package org.knightswatch.recording;

import org.knightswatch.attempt.AttemptId;

/** What is written of an attempt's recording is other than before: a copy of it is out of date. */
public record RowsChanged(AttemptId attempt) {}
