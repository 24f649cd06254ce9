/** The pages of proctors. */
package org.knightswatch.web.proctor;
