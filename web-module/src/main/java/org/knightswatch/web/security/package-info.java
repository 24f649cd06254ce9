/** Who is asking: the one authentication mechanism, CSRF and the headers that keep browsers on our side. */
package org.knightswatch.web.security;
