package org.knightswatch.store;

import java.io.Closeable;

/**
 * Writes one object of any size, a part at a time, holding one part in memory. The object appears whole when it is
 * finished and not before; closed without having been finished, nothing of it is left.
 */
public interface ObjectWriter extends Closeable {

    void write(byte[] bytes, int offset, int length);

    /** Makes the object appear and looks whether it is all there. Nothing can be written afterwards. */
    Written finish();

    /** Gives up what was written, unless it was finished. */
    @Override
    void close();
}
