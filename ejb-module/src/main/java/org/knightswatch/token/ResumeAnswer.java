package org.knightswatch.token;

import java.util.List;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.recording.TakeProgress;

/** What a browser needs to finish its uploads. */
public record ResumeAnswer(AttemptView attempt, IssuedToken token, List<TakeProgress> takes) {}
