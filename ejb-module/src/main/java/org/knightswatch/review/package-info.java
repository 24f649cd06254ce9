/** What people make of an attempt afterwards: notes at moments, and a verdict with its reason. */
package org.knightswatch.review;
