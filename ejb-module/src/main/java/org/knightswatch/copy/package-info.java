/** What others recorded of an attempt, kept beside our own recording: told of, fetched once, proved. */
package org.knightswatch.copy;
