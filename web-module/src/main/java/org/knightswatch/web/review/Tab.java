package org.knightswatch.web.review;

import java.io.Serializable;

/** A way to see other attempts: what it is called, where it leads, how many there are. */
public record Tab(String label, String address, long count, boolean current) implements Serializable {}
