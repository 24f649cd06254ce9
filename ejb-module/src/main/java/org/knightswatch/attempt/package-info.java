/** A candidate's one run at an exam: its states and clock, whether the candidate is there, and what the server saw. */
package org.knightswatch.attempt;
