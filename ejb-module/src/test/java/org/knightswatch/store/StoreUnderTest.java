package org.knightswatch.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.knightswatch.kernel.ProblemCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** What a test of an object store has at hand, and what can be done to the store. */
interface StoreUnderTest {

    ObjectStore store();

    /** The same store, by a client that waits for about half a second. */
    ObjectStore impatient();

    /** The store is gone at once. */
    void kill();

    /** The store takes connections and does not answer. */
    void freeze();

    /** The store is there again, after either, with what it held. */
    void mend();

    /** One that no other test uses. */
    default ObjectKey newKey() {
        return ObjectKey.of("test/" + UUID.randomUUID() + "/object");
    }

    default byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    default byte[] read(ObjectKey key) {
        return read(key, ByteRange.ALL);
    }

    default byte[] read(ObjectKey key, ByteRange range) {
        try (InputStream stream = store().open(key, range)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    default void assertCode(ProblemCode code, ThrowingCallable call) {
        assertThat(catchThrowable(call))
                .asInstanceOf(type(StoreException.class))
                .extracting(StoreException::code)
                .isEqualTo(code);
    }
}
