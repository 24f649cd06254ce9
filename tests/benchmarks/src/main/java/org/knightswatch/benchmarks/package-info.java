/** Load from one address on the product as it runs; each benchmark is one command and answers one line of JSON. */
package org.knightswatch.benchmarks;
