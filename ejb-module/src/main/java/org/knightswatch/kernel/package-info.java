/**
 * The few things every other package stands on: problem codes and the exception family, pages of lists, ids, the clock,
 * settings, the box that secrets are kept in and the way timers claim rows. Small by rule.
 */
package org.knightswatch.kernel;
