/** What the pages of candidates need besides the API that others rely on, too. */
package org.knightswatch.web.candidate;
