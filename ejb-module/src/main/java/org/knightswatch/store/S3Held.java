package org.knightswatch.store;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.Optional;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.Sha256;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** An object that was looked at: the proof behind every "it is there". */
final class S3Held {

    private final S3Calls calls;
    private final ObjectKey key;
    private final HeadObjectResponse head;

    private S3Held(S3Calls calls, ObjectKey key, HeadObjectResponse head) {
        this.calls = calls;
        this.key = key;
        this.head = head;
    }

    static Optional<S3Held> look(S3Calls calls, ObjectKey key) {
        try {
            HeadObjectResponse head = calls.call(s3 -> s3.headObject(
                    look -> look.bucket(calls.bucket(key)).key(key.value()).checksumMode(ChecksumMode.ENABLED)));
            return Optional.of(new S3Held(calls, key, head));
        } catch (StoreException e) {
            if (e.code() == ProblemCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Looks after a write that failed: it may have been done all the same, and only its answer was lost. */
    static S3Held lookAfter(StoreException failure, S3Calls calls, ObjectKey key) {
        return look(calls, key)
                .orElseThrow(() -> failure.code() == ProblemCode.UNEXPECTED
                        ? failure
                        : new StoreException(ProblemCode.STORE_AWAY, failure));
    }

    StoredObject stored() {
        // A digest of the digests of parts has their number behind it; it is no digest of the bytes.
        Optional<Sha256> sha256 = Optional.ofNullable(head.checksumSHA256())
                .filter(checksum -> !checksum.contains("-"))
                .map(Sha256::ofBase64);
        return new StoredObject(key, head.contentLength(), head.lastModified(), sha256);
    }

    /**
     * Throws unless exactly these bytes lie here.
     *
     * @param checksum what the store says of them if it reckons checksums; if not, they are read
     */
    void require(Contents contents, String checksum) {
        requireSame(head.contentLength() == contents.size()
                && (checksum.equals(head.checksumSHA256()) || contents.sha256().equals(read())));
    }

    /** Throws unless the same bytes lie at both places. */
    void requireSameAs(S3Held other) {
        String checksum = head.checksumSHA256();
        boolean sameChecksum = checksum != null && checksum.equals(other.head.checksumSHA256());
        requireSame(head.contentLength().equals(other.head.contentLength())
                && (sameChecksum || read().equals(other.read())));
    }

    private void requireSame(boolean same) {
        if (!same) {
            throw new StoreException(ProblemCode.OBJECT_DIFFERS, key);
        }
    }

    private Sha256 read() {
        try (DigestInputStream digest =
                new DigestInputStream(WholeStream.open(calls, key, ByteRange.ALL), Sha256.newDigest())) {
            digest.transferTo(OutputStream.nullOutputStream());
            return Sha256.ofDigest(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new StoreException(ProblemCode.STORE_AWAY, e);
        }
    }
}
