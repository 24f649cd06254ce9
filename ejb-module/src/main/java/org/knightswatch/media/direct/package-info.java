/** Live media from browser to browser. Our own socket carries the signalling, so that there is nothing else to run. */
package org.knightswatch.media.direct;
