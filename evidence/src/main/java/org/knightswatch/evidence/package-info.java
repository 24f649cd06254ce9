/**
 * The manifest that stands beside every archived recording: its format, its hash chain, its signature, and how all of it
 * is verified. It needs nothing but a JDK, so that it runs in the server and at a stranger's alike.
 */
package org.knightswatch.evidence;
