/**
 * Anything in any order and at the same moments: random sequences of what people do and of what goes wrong, with what has
 * to be true after each step.
 */
package org.knightswatch.integration.interleavings;
