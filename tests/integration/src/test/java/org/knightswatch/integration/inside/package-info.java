/** What runs inside the server, beside the application: tests that need its beans, and beans that tests need. */
package org.knightswatch.integration.inside;
