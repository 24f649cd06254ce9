/**
 * The right to take part: invitations, which are derived and never stored, and join tokens, which are signed, short-lived
 * and renewed. What comes before everybody else: a join.
 */
package org.knightswatch.token;
