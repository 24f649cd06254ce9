package org.knightswatch.challenge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Decodes what candidates sent, in a process of its own that gets bytes and gives bytes: it opens no file and no address,
 * reads one kind of container, and is ended when it takes or gives too much.
 */
final class Ffmpeg {

    private static final Logger LOG = Logger.getLogger(Ffmpeg.class.getName());
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final String DECODERS =
            "h264,vp8,libvpx,vp9,libvpx-vp9,av1,libdav1d,libaom-av1,aac,opus,libopus,vorbis,libvorbis";

    private final String program;
    private final Duration limit;
    private final Executor threads;

    /** For each run, two threads wait for the process. */
    Ffmpeg(String program, Duration limit, Executor threads) {
        this.program = program;
        this.limit = limit;
        this.threads = threads;
    }

    /** Whether there is such a program. */
    boolean works() {
        try {
            return run(List.of(program, "-version"), new byte[0]).length > 0;
        } catch (IOException e) {
            LOG.log(Level.FINE, "No ffmpeg", e);
            return false;
        }
    }

    /** The first sound in it, at {@link ToneSearch#RATE}; empty when there is none. */
    short[] sound(boolean mp4, byte[] media) throws IOException {
        byte[] bytes = decode(
                mp4,
                media,
                List.of(
                        "-map",
                        "0:a:0",
                        "-af",
                        "aresample=" + ToneSearch.RATE + ":async=1",
                        "-ac",
                        "1",
                        "-f",
                        "s16le"));
        short[] sound = new short[bytes.length / 2];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (short) ((bytes[2 * i] & 0xff) | (bytes[2 * i + 1] << 8));
        }
        return sound;
    }

    /** The first pictures in it, as {@link ColourSearch} takes them; empty when there is none. */
    byte[] pictures(boolean mp4, byte[] media) throws IOException {
        String filter =
                "fps=" + ColourSearch.RATE + ",scale=" + ColourSearch.WIDTH + ":" + ColourSearch.HEIGHT + ":flags=area";
        return decode(mp4, media, List.of("-map", "0:v:0", "-vf", filter, "-pix_fmt", "rgb24", "-f", "rawvideo"));
    }

    private byte[] decode(boolean mp4, byte[] media, List<String> to) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        command.addAll(List.of(program, "-nostdin", "-v", "quiet", "-threads", "1", "-protocol_whitelist", "pipe"));
        command.addAll(List.of("-codec_whitelist", DECODERS, "-f", mp4 ? "mp4" : "matroska", "-i", "pipe:0"));
        command.addAll(to);
        command.add("pipe:1");
        return run(command, media);
    }

    private byte[] run(List<String> command, byte[] input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH", "LD_LIBRARY_PATH", "SystemRoot"));
        Process process = builder.start();
        try {
            threads.execute(() -> feed(process, input));
            CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> drain(process), threads);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(program + " took longer than " + limit);
            }
            return output.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** A process that has heard enough closes its end; that is no failure. */
    private static void feed(Process process, byte[] input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException e) {
            LOG.log(Level.FINEST, "Not all of it was read", e);
        }
    }

    private static byte[] drain(Process process) {
        try (InputStream out = process.getInputStream()) {
            byte[] bytes = out.readNBytes(MOST_BYTES);
            process.destroy();
            return bytes;
        } catch (IOException e) {
            LOG.log(Level.FINEST, "It was ended", e);
            return new byte[0];
        }
    }
}
