/** What candidates and proctors write to each other. */
package org.knightswatch.conversation;
