package org.knightswatch.store;

/** What every object store must do, faults included; the test of an implementation extends it. */
abstract class ObjectStoreContract
        implements KeepingContract, ListingContract, WritingContract, PresigningContract, OutageContract {}
