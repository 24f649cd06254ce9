/** How long recordings are kept, what holds them, and how they and their candidates go. */
package org.knightswatch.retention;
