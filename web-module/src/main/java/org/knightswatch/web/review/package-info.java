/** The pages of reviewers. */
package org.knightswatch.web.review;
