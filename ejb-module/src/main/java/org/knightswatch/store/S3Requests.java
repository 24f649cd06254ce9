package org.knightswatch.store;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * What our writes say, whoever sends them: into which bucket, and how the store is to encrypt what it keeps. Each has a
 * checksum, which buckets with Object Lock ask for.
 *
 * @param encryption the store's word for it, such as {@code aws:kms}; null: as the bucket's own rule says
 * @param kmsKey the key of the store's key service; null: the store's own
 */
record S3Requests(Buckets buckets, String encryption, String kmsKey) {

    static S3Requests by(StoreSettings settings) {
        return new S3Requests(
                new Buckets(settings.bucket(), settings.evidenceBucket()),
                orNull(settings.encryption()),
                orNull(settings.kmsKey()));
    }

    /** One object, once. */
    PutObjectRequest put(ObjectKey key, Contents contents) {
        return PutObjectRequest.builder()
                .bucket(buckets.of(key))
                .key(key.value())
                .contentLength(contents.size())
                .contentType(contents.type())
                .checksumSHA256(contents.sha256().base64())
                .ifNoneMatch("*")
                .serverSideEncryption(encryption)
                .ssekmsKeyId(kmsKey)
                .build();
    }

    /** What {@link #put} says of the bytes, as a browser has to say it. */
    Map<String, String> headers(Contents contents) {
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", contents.type());
        headers.put("x-amz-checksum-sha256", contents.sha256().base64());
        headers.put("if-none-match", "*");
        if (encryption != null) {
            headers.put("x-amz-server-side-encryption", encryption);
        }
        if (kmsKey != null) {
            headers.put("x-amz-server-side-encryption-aws-kms-key-id", kmsKey);
        }
        return headers;
    }

    CreateMultipartUploadRequest begin(ObjectKey key, String type) {
        return CreateMultipartUploadRequest.builder()
                .bucket(buckets.of(key))
                .key(key.value())
                .contentType(type)
                .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                .serverSideEncryption(encryption)
                .ssekmsKeyId(kmsKey)
                .build();
    }

    CopyObjectRequest copy(ObjectKey from, ObjectKey to) {
        return CopyObjectRequest.builder()
                .sourceBucket(buckets.of(from))
                .sourceKey(from.value())
                .destinationBucket(buckets.of(to))
                .destinationKey(to.value())
                .serverSideEncryption(encryption)
                .ssekmsKeyId(kmsKey)
                .build();
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
