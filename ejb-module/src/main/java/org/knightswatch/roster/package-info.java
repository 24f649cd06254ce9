/** Who is expected: enrolments of candidates, their import from a CSV, and the duties of proctors. */
package org.knightswatch.roster;
