package org.knightswatch.local;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/**
 * The S3 server of one machine: S3Proxy over a folder, in a process of its own, so that media weigh on no heap but this
 * one. It listens on 127.0.0.1 only and lives exactly as long as whoever holds the other end of its standard input.
 */
public final class StoreServer {

    private static final String ACCESS_KEY = "KNIGHTSWATCH_STORE_ACCESS_KEY";
    private static final String SECRET_KEY = "KNIGHTSWATCH_STORE_SECRET_KEY";
    private static final String BUCKET = "KNIGHTSWATCH_STORE_BUCKET";

    /** How long uploads that are under way may still take when the server is to end. */
    private static final long GRACE_MILLIS = 500;

    /** A request with a signed body is held in memory whole: room for a part or a segment, not for the default 128 MiB. */
    private static final long LARGEST_SIGNED_BODY = 17L * 1024 * 1024;

    private StoreServer() {}

    /** Takes the port (0 for any) and the folder; the secrets come from the environment, where no process list shows them. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2 || !System.getenv().keySet().containsAll(List.of(ACCESS_KEY, SECRET_KEY, BUCKET))) {
            System.err.printf("usage: %s=... %s=... %s=... store.sh <port> <folder>%n", ACCESS_KEY, SECRET_KEY, BUCKET);
            System.exit(64);
        }
        // Below a relative folder S3Proxy lists nothing of what it holds
        Path folder = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        if (!keepsAttributes(folder)) {
            System.err.printf(
                    "The file system of %s keeps no extended attributes, so no checksums: take another.%n", folder);
            System.exit(78);
        }
        S3Proxy server = server(Integer.parseInt(arguments[0]), folder, System.getenv());
        server.start();
        System.out.println("READY http://127.0.0.1:" + server.getPort());
        System.in.transferTo(OutputStream.nullOutputStream());
        server.stop();
        System.exit(0);
    }

    private static S3Proxy server(int port, Path folder, Map<String, String> environment) {
        FilesystemNio2BlobStore files = new FilesystemNio2BlobStore(folder.toString());
        String bucket = environment.get(BUCKET);
        if (!files.containerExists(bucket)) {
            files.createContainer(CreateBucketRequest.builder().bucket(bucket).build());
        }
        return S3Proxy.builder()
                .blobStore(files)
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V4, environment.get(ACCESS_KEY), environment.get(SECRET_KEY))
                .corsRules(browsers())
                .v4MaxNonChunkedRequestSize(LARGEST_SIGNED_BODY)
                .jettyMaxThreads(64)
                .stopTimeout(GRACE_MILLIS)
                .build();
    }

    /** Pages of any origin may ask: what they may have is decided by the signature in the URL, never by a cookie. */
    private static CrossOriginResourceSharing browsers() {
        return new CrossOriginResourceSharing(
                List.of("*"),
                List.of("GET", "HEAD", "PUT"),
                List.of("content-type", "if-none-match", "range", "x-amz-checksum-sha256"),
                List.of("ETag", "Content-Length", "Content-Range", "Accept-Ranges", "x-amz-checksum-sha256"),
                "false");
    }

    /** The checksum and the type of an object are kept as attributes of its file; without them S3Proxy forgets both silently. */
    private static boolean keepsAttributes(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, ".probe", null);
        try {
            Files.setAttribute(probe, "user:probe", new byte[] {1});
            return true;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        } finally {
            Files.delete(probe);
        }
    }
}
