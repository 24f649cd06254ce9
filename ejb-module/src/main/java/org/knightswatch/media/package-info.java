/** What carries live pictures and sound: a small interface that every provider is behind, one package a provider. */
package org.knightswatch.media;
