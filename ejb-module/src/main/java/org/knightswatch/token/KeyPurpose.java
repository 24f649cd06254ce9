package org.knightswatch.token;

/** What a key signs. */
public enum KeyPurpose {
    /** Invitations: one key for ever, because a new one would make every link worthless. */
    INVITATION,
    /** Join and upload tokens: a new key now and then. */
    TOKEN
}
