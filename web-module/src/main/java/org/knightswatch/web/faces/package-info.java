/** What all pages share: signing in and out, messages, the page's frame. */
package org.knightswatch.web.faces;
