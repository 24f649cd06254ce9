/** What happens when something of ours is away: Redis, the store, the server itself. */
package org.knightswatch.integration.faults;
