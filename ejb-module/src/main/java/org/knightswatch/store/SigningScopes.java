package org.knightswatch.store;

import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** The scope of now, made once a second, and anew when the credentials have changed. */
final class SigningScopes {

    private final AwsCredentialsProvider credentials;
    private final String region;
    private volatile SigningScope newest;

    SigningScopes(AwsCredentialsProvider credentials, String region) {
        this.credentials = credentials;
        this.region = region;
    }

    SigningScope at(Instant now) {
        AwsCredentials whose = credentials.resolveCredentials();
        SigningScope scope = newest;
        if (scope == null || !scope.isOf(whose, now)) {
            scope = new SigningScope(whose, region, now);
            newest = scope;
        }
        return scope;
    }
}
