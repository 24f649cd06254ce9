package org.knightswatch.exam;

/**
 * What candidates agree to, in one language.
 *
 * @param sha256 of the text's UTF-8 bytes, lower-case hex: what a receipt names
 */
public record ConsentTextView(String version, String language, String text, String sha256) {}
