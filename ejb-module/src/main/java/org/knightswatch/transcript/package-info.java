/** A copy of each attempt's rows, kept beside its segments in the store, and how the rows come back from it. */
package org.knightswatch.transcript;
