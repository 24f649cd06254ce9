/** What every test stands on: a database, an S3 server, Redis, and the real EAR in a real server, once for all tests. */
package org.knightswatch.integration.ground;
