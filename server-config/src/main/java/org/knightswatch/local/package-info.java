/**
 * What Knights Watch needs beside itself, for one machine: an S3 server and Redis, each a small process that ends with
 * whoever started it; and PostgreSQL, for tests. The scripts next to the jars start them for people; the classes here
 * start them for tests.
 */
package org.knightswatch.local;
