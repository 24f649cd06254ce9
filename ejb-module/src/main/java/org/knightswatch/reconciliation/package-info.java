/** Holds what lies in the store against what the rows say of it, and raises what nothing explains. */
package org.knightswatch.reconciliation;
