/**
 * Where the bytes of recordings lie: one small interface to an object store, and its S3 implementation. What is in the
 * store is never replaced: every write is refused where something lies already, so that what was once proved stays so.
 *
 * <p>Each call goes over the network; none belongs inside a transaction.
 */
package org.knightswatch.store;
