/** The live socket: who is connected to this node, what they may say, and what they are told. */
package org.knightswatch.web.live;
