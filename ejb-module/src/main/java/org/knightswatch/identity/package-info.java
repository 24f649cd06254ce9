/** Who works here: staff accounts, their roles, signing in, and the keys of other systems. */
package org.knightswatch.identity;
