/** A provider of live media that does as it is told, beside the others in the tested EAR's EJB module. */
package org.knightswatch.integration.provider;
