/** How problems are told to people and programs, and how JSON is written: what every edge of the application shares. */
package org.knightswatch.web.problem;
