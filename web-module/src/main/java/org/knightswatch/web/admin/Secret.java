package org.knightswatch.web.admin;

import java.io.Serializable;

/** A password or key that is shown this once: whose, and what it is. */
public record Secret(String of, String value) implements Serializable {}
