/** An exam to try everything with, made once when the settings ask for it. No part of production. */
package org.knightswatch.demo;
