/** What a proctor sees of their rooms while an exam runs, and who watches whom. */
package org.knightswatch.wall;
