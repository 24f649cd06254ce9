package org.knightswatch.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** The accounts and links of the demo, in a file that nobody else can read. */
final class DemoFile {

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private DemoFile() {}

    static Contents read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), Contents.class);
    }

    /** Whole or not at all: somebody may read it at any moment. */
    static void write(Path file, Contents contents) throws IOException {
        Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), "demo-", ".json", PRIVATE);
        Files.write(whole, JSON.writeValueAsBytes(contents));
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** All of it. */
    record Contents(String baseUrl, String serviceKey, List<Account> staff, DemoExam exam) {}

    /** A staff account with its password. */
    record Account(String name, String password, List<String> roles) {}

    /** The exam and whom it expects. */
    record DemoExam(String code, List<Link> invitations) {}

    /** A candidate's way in. */
    record Link(String candidateId, String invitation, String url) {}
}
