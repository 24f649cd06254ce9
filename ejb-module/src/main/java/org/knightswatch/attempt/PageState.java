package org.knightswatch.attempt;

/** How a page that joined stands: WAITING for a proctor, who lets it IN or not. */
enum PageState {
    IN,
    WAITING,
    REFUSED
}
