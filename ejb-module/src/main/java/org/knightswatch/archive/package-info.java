/** Reads what was recorded, byte by byte, and finds out whether it is what was said. */
package org.knightswatch.archive;
