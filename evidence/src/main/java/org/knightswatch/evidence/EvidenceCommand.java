package org.knightswatch.evidence;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code knightswatch-evidence}: verifies recordings, and certificates of purged ones, without the server that made them. */
public final class EvidenceCommand {

    private static final int CANT_TELL = 2;

    private final PrintStream out;
    private final PrintStream errors;

    EvidenceCommand(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /** Ends with 0 when all is whole, 1 when something is not, 2 when it can't be told. */
    public static void main(String... words) {
        EvidenceCommand command = new EvidenceCommand(utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        System.exit(command.run(words));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    int run(String... words) {
        if (words.length == 0 || List.of(words).contains("--help")) {
            (words.length == 0 ? errors : out).print(Arguments.USAGE);
            return words.length == 0 ? CANT_TELL : 0;
        }
        try {
            Arguments arguments = Arguments.of(words);
            if (arguments.certificate()) {
                return new CertificateCheck(out, arguments).run();
            }
            Report report = arguments.json()
                    ? new JsonReport(out)
                    : new PlainReport(out, !arguments.trusted().isEmpty());
            Tally tally = arguments.isAddress() ? atAddress(arguments, report) : inFolder(arguments, report);
            report.end(tally);
            return tally.status();
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            errors.print(Arguments.USAGE);
        } catch (IOException e) {
            errors.println("Can't be read: " + e.getMessage());
        }
        return CANT_TELL;
    }

    private static Tally atAddress(Arguments arguments, Report report) {
        UrlSource source = UrlSource.of(arguments.place());
        Tally tally = new Tally(List.of());
        new Run(arguments, report, tally).verify(source.folder().toString(), source);
        return tally;
    }

    private static Tally inFolder(Arguments arguments, Report report) throws IOException {
        Path folder = Path.of(arguments.place());
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
        Path real = folder.toRealPath();
        Archive archive = Archive.below(real);
        Tally tally = new Tally(archive.findings());
        Run run = new Run(arguments, report, tally);
        for (Path recording : archive.recordings()) {
            run.verify(folder.resolve(real.relativize(recording)).toString(), new FolderSource(recording));
        }
        return tally;
    }

    /** One call of the command. */
    private record Run(Arguments arguments, Report report, Tally tally) {

        void verify(String where, Source source) {
            report.recording(where, tally.add(where, Verifier.verify(source, arguments.trusted())));
        }
    }
}
