/** Marks at moments of an attempt that are worth a second look, by people and by rules. */
package org.knightswatch.incident;
