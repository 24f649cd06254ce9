/** Who did what, when: entries written inside each transaction, and the sealer that chains them afterwards. */
package org.knightswatch.audit;
