/** What administrators see and do. Each page has its view; what is decided is decided by the services. */
package org.knightswatch.web.admin;
