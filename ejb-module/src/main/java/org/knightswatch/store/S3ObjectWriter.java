package org.knightswatch.store;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.Sha256;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Writes in parts of 8 MiB, each with its SHA-256. What fits into one part becomes one ordinary PUT.
 *
 * <p>Once all parts are together it looks what the store made of them: their number and digests in the store's words, or
 * else the bytes themselves.
 */
final class S3ObjectWriter implements ObjectWriter {

    private static final Logger LOG = Logger.getLogger(S3ObjectWriter.class.getName());

    static final int PART_BYTES = 8 * 1024 * 1024;

    private final S3ObjectStore store;
    private final S3Calls calls;
    private final ObjectKey key;
    private final String type;

    private final byte[] part = new byte[PART_BYTES];
    private int filled;
    private long size;
    private final MessageDigest digest = Sha256.newDigest();

    private final List<CompletedPart> parts = new ArrayList<>();
    private String upload;
    private boolean open = true;

    S3ObjectWriter(S3ObjectStore store, S3Calls calls, ObjectKey key, String type) {
        this.store = store;
        this.calls = calls;
        this.key = key;
        this.type = type;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        requireOpen();
        Objects.checkFromIndexSize(offset, length, bytes.length);
        open = false; // and stays so when a part can't be sent: nobody knows then how much was taken
        int taken = 0;
        while (taken < length) {
            if (filled == PART_BYTES) {
                sendPart();
            }
            int count = Math.min(PART_BYTES - filled, length - taken);
            System.arraycopy(bytes, offset + taken, part, filled, count);
            filled += count;
            taken += count;
        }
        digest.update(bytes, offset, length);
        size += length;
        open = true;
    }

    @Override
    public Written finish() {
        requireOpen();
        Written written = upload == null ? store.put(key, Arrays.copyOf(part, filled), type) : complete();
        open = false;
        return written;
    }

    /** Parts that are not put together lie in the store unseen and cost money. */
    @Override
    public void close() {
        open = false;
        if (upload == null) {
            return;
        }
        try {
            calls.call(s3 -> s3.abortMultipartUpload(
                    abort -> abort.bucket(calls.bucket(key)).key(key.value()).uploadId(upload)));
        } catch (StoreException e) {
            Level level = e.code() == ProblemCode.NOT_FOUND ? Level.FINE : Level.WARNING;
            LOG.log(level, e, () -> "Parts of " + key + " may be left in the store");
        }
        upload = null;
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("Finished or closed: " + key);
        }
    }

    private void sendPart() {
        if (upload == null) {
            begin();
        }
        int number = parts.size() + 1;
        MessageDigest partDigest = Sha256.newDigest();
        partDigest.update(part, 0, filled);
        String checksum = Sha256.ofDigest(partDigest.digest()).base64();
        RequestBody body = RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(part, 0, filled), filled, "application/octet-stream");
        String tag = calls.call(s3 -> s3.uploadPart(
                        send -> send.bucket(calls.bucket(key))
                                .key(key.value())
                                .uploadId(upload)
                                .partNumber(number)
                                .checksumSHA256(checksum),
                        body))
                .eTag();
        parts.add(CompletedPart.builder()
                .partNumber(number)
                .eTag(tag)
                .checksumSHA256(checksum)
                .build());
        filled = 0;
    }

    private void begin() {
        upload = calls.call(s3 -> s3.createMultipartUpload(calls.requests().begin(key, type)))
                .uploadId();
    }

    private Written complete() {
        if (filled > 0) {
            sendPart();
        }
        Contents contents = new Contents(size, sha256(), type);
        try {
            calls.call(s3 -> s3.completeMultipartUpload(complete -> complete.bucket(calls.bucket(key))
                    .key(key.value())
                    .uploadId(upload)
                    .ifNoneMatch("*")
                    .multipartUpload(all -> all.parts(parts))));
        } catch (StoreException e) {
            S3Held.lookAfter(e, calls, key).require(contents, checksumOfParts());
            return Written.BEFORE;
        }
        S3Held.look(calls, key)
                .orElseThrow(() -> new StoreException(ProblemCode.STORE_AWAY))
                .require(contents, checksumOfParts());
        upload = null;
        return Written.NOW;
    }

    /** Of what was written so far; a failed {@link #finish} may be tried again. */
    private Sha256 sha256() {
        try {
            return Sha256.ofDigest(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's SHA-256 can be cloned", e);
        }
    }

    /** As S3 writes it: the digest of the digests of the parts, and how many there are. */
    private String checksumOfParts() {
        MessageDigest all = Sha256.newDigest();
        parts.forEach(one -> all.update(Sha256.ofBase64(one.checksumSHA256()).bytes()));
        return Sha256.ofDigest(all.digest()).base64() + "-" + parts.size();
    }
}
