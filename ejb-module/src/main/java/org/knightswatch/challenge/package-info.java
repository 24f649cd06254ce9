/** A tone and a colour that the candidate's page shows at moments of chance, and the search for them in what was recorded. */
package org.knightswatch.challenge;
