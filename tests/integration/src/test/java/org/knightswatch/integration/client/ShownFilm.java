package org.knightswatch.integration.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a room's microphone and a screen would have given while a page showed its tones and colours, made by ffmpeg. */
public final class ShownFilm {

    private static final List<String> TO_MP4 =
            List.of("-f mp4 -movflags empty_moov+default_base_moof -frag_duration 2000000 pipe:1".split(" "));

    private final Instant begin;
    private final long seconds;
    private final List<JsonNode> challenges;

    /** Without challenges: a quiet room, and a screen on which nothing happens. */
    public ShownFilm(Instant begin, Instant end, List<JsonNode> challenges) {
        this.begin = begin;
        this.seconds = Duration.between(begin, end).toSeconds();
        this.challenges = challenges;
    }

    /** A sound with the tones, and nothing to be seen. */
    public byte[] camera() {
        List<String> command = new ArrayList<>(inputs("anoisesrc=a=0.01:r=48000", "color=gray:s=64x48:r=4"));
        StringBuilder filter = new StringBuilder("[0]anull[s0]");
        for (int i = 0; i < challenges.size(); i++) {
            JsonNode challenge = challenges.get(i);
            filter.append(String.format(
                    Locale.ROOT,
                    ";sine=f=%d:r=48000:d=1.2,volume=0.5,adelay=%d[t%d];[s%d][t%d]amix=normalize=0:duration=first[s%d]",
                    challenge.get("hertz").asInt(),
                    millis(challenge),
                    i,
                    i,
                    i,
                    i + 1));
        }
        command.addAll(List.of("-filter_complex", filter.toString(), "-map", "[s" + challenges.size() + "]"));
        command.addAll(List.of("-map", "1:v", "-c:a", "libopus", "-b:a", "32k"));
        return run(command);
    }

    /** A picture with the bars. */
    public byte[] screen() {
        List<String> command = new ArrayList<>(inputs("color=0xf4f5f8:s=1280x720:r=4"));
        StringBuilder filter = new StringBuilder("null");
        for (JsonNode challenge : challenges) {
            double from = millis(challenge) / 1000.0;
            filter.append(String.format(
                    Locale.ROOT,
                    ",drawbox=w=1280:h=18:t=fill:color=0x%s:enable='between(t,%.2f,%.2f)'",
                    challenge.get("colour").asText().substring(1),
                    from,
                    from + 2.3));
        }
        command.addAll(List.of("-vf", filter.toString()));
        return run(command);
    }

    private List<String> inputs(String... made) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error"));
        for (String one : made) {
            command.addAll(List.of("-f", "lavfi", "-t", Long.toString(seconds), "-i", one));
        }
        return command;
    }

    private long millis(JsonNode challenge) {
        return Duration.between(begin, Instant.parse(challenge.get("at").asText()))
                .toMillis();
    }

    private static byte[] run(List<String> command) {
        command.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-g", "4", "-b:v", "300k"));
        command.addAll(TO_MP4);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (InputStream out = process.getInputStream()) {
                return out.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
