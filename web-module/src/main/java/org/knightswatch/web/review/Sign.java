package org.knightswatch.web.review;

/** A state as it is shown: a shape, a tone and words. */
public record Sign(String icon, String tone, String words) {}
