/** The live socket, protocol version 1, with a real page's frames at both ends. */
package org.knightswatch.integration.live;
