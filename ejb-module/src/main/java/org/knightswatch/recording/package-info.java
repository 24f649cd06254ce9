/** What was recorded: takes and their segments, which of them the store holds, and what is missing and why. */
package org.knightswatch.recording;
