package org.knightswatch.token;

/** What a token is for. */
public enum TokenScope {
    /** Taking part, and uploading. */
    JOIN,
    /** Uploading alone. */
    UPLOAD,
    /** Waiting for a proctor, and nothing else. */
    WAIT
}
