package org.knightswatch.reconciliation;

import java.time.Instant;

/**
 * What comparing the store with the rows came to.
 *
 * @param lastAt when an attempt was compared last; null: never
 * @param attempts that were compared
 * @param objects that lay there, as each attempt was compared last
 * @param waiting attempts that are due
 * @param differences that there are now
 * @param anotherSince since when the store that answers is not the one that the rows tell of; null: it is
 */
public record StoreAccount(
        Instant lastAt, long attempts, long objects, long waiting, long differences, Instant anotherSince) {}
