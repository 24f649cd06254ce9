/** Tells every node what has happened, after it was committed: small facts, by Redis where there is one. */
package org.knightswatch.live;
