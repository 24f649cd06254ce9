/** The API v1 as partners and candidates meet it: statuses, fields, codes and headers. */
package org.knightswatch.integration.api;
