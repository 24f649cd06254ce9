/** Who sits where: rooms, the seats of candidates and proctors in them, and the rooms' counterparts at the provider. */
package org.knightswatch.room;
