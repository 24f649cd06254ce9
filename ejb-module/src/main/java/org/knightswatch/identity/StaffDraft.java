package org.knightswatch.identity;

import java.util.Set;

/**
 * A staff account that is to be.
 *
 * @param name what the person signs in with: lower-case letters, digits, dot, dash, underscore; never changes
 * @param displayName the person's name, in any script
 */
public record StaffDraft(String name, String displayName, Set<Role> roles, String password) {}
