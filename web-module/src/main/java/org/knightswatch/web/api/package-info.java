/** The REST API, version 1: it reads what partners send into types, calls one service and builds the answer. */
package org.knightswatch.web.api;
