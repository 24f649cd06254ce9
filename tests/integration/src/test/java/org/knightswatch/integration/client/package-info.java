/**
 * Callers of the application as partners, candidates and staff are: over HTTP and the socket, with a credential and
 * nothing else. They work inside the server as well as outside.
 */
package org.knightswatch.integration.client;
