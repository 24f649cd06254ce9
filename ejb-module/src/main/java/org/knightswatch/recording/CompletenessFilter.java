package org.knightswatch.recording;

/** Which recordings of an exam somebody wants to see; null: whichever. */
public record CompletenessFilter(RecordingState state, GapCause cause) {

    public static final CompletenessFilter ALL = new CompletenessFilter(null, null);
}
