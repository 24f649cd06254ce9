package org.knightswatch.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;

/**
 * What the rows say of one attempt and its recording, table by table and column by column, as text. Columns that are null
 * are left out, and so is what names a person.
 *
 * @param format so that whoever reads it knows what it is
 */
record Transcript(String format, UUID attempt, Map<String, List<Map<String, String>>> rows) {

    static final String FORMAT = "knightswatch-rows/1";

    private static final ObjectMapper JSON = new ObjectMapper();

    Transcript(AttemptId attempt, Map<String, List<Map<String, String>>> rows) {
        this(FORMAT, attempt.value(), rows);
    }

    /** Refuses bytes that are no transcript. */
    static Transcript read(byte[] json) throws IOException {
        Transcript transcript = JSON.readValue(json, Transcript.class);
        if (!FORMAT.equals(transcript.format) || transcript.attempt == null || transcript.rows == null) {
            throw new IOException("is no transcript of the format " + FORMAT);
        }
        return transcript;
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text can always be written", e);
        }
    }

    /** Whether its recordings are being removed, or were: then nothing of them is kept beside them either. */
    boolean isPurged() {
        return rows(CopiedTable.RECORDING).stream().anyMatch(recording -> recording.containsKey("purging_at"));
    }

    List<Map<String, String>> rows(CopiedTable table) {
        return rows.getOrDefault(table.table(), List.of());
    }
}
