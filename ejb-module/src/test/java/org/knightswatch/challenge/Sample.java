package org.knightswatch.challenge;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fourteen seconds as a browser might have recorded them, with a tone and a bar from the eighth second on. */
final class Sample {

    private static final List<String> MP4 = List.of(
            "-c:v libx264 -preset ultrafast -b:v 400k -g 5 -movflags frag_keyframe+empty_moov+default_base_moof -f mp4"
                    .split(" "));
    private static final List<String> WEBM =
            List.of("-c:v libvpx -deadline realtime -cpu-used 8 -b:v 400k -g 20 -f webm".split(" "));

    private Sample() {}

    static byte[] of(boolean mp4, Tone tone, Colour colour) throws IOException {
        String mixed = String.format(
                Locale.ROOT,
                "[1]volume='if(between(t,8,9.2),0.5,0)':eval=frame[t];[0][t]amix=normalize=0[a];"
                        + "[2]drawbox=w=1280:h=18:color=0x%s:t=fill:enable='between(t,8,10.3)'[v]",
                colour.code().substring(1));
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-threads", "1"));
        for (String made : List.of(
                "anoisesrc=a=0.01:r=48000:d=14",
                "sine=f=" + tone.hertz() + ":r=48000:d=14",
                "color=0xf4f5f8:s=1280x720:r=5:d=14")) {
            command.addAll(List.of("-f", "lavfi", "-i", made));
        }
        command.addAll(
                List.of("-filter_complex", mixed, "-map", "[a]", "-map", "[v]", "-c:a", "libopus", "-b:a", "32k"));
        command.addAll(mp4 ? MP4 : WEBM);
        command.add("pipe:1");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream out = process.getInputStream()) {
            return out.readAllBytes();
        }
    }
}
