package org.knightswatch.store;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The bytes of an answer, all of them or an exception: when the line breaks in the middle, the JDK's HTTP client calls
 * that the end of the stream and nobody below this one minds.
 */
final class WholeStream extends FilterInputStream {

    private long missing;

    private WholeStream(InputStream in, long length) {
        super(in);
        this.missing = length;
    }

    static WholeStream open(S3Calls calls, ObjectKey key, ByteRange range) {
        ResponseInputStream<GetObjectResponse> answer =
                calls.call(s3 -> s3.getObject(get -> get.bucket(calls.bucket(key))
                        .key(key.value())
                        .range(range.header().orElse(null))));
        return new WholeStream(answer, answer.response().contentLength());
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? -1 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(count);
        return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long count = super.skip(wanted);
        missing -= count;
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) throws EOFException {
        if (read < 0 && missing > 0) {
            throw new EOFException(missing + " bytes of the object did not come");
        }
        missing -= Math.max(read, 0);
    }
}
