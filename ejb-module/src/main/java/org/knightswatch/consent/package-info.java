/** What candidates agreed to: a receipt for each, kept with the version, language and digest of the text they read. */
package org.knightswatch.consent;
