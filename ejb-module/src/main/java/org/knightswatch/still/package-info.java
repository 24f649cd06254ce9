/** Stills of what proctors saw live, kept beside the recording so that a person can compare the two. */
package org.knightswatch.still;
