package org.knightswatch.store;

import org.knightswatch.kernel.Sha256;

/**
 * Exactly one byte sequence, named without having it.
 *
 * @param size in bytes
 * @param type the media type it is kept and served with, such as {@code video/mp4;codecs=avc1,opus}
 */
public record Contents(long size, Sha256 sha256, String type) {

    public static Contents of(byte[] bytes, String type) {
        return new Contents(bytes.length, Sha256.digest(bytes), type);
    }
}
