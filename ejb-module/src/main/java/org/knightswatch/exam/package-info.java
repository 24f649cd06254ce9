/** What is sat: exams, their windows and policies, the texts candidates agree to, and the environments they belong to. */
package org.knightswatch.exam;
