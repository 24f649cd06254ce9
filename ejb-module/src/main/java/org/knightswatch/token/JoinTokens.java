package org.knightswatch.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamId;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;

/** Makes and reads tokens: JSON Web Tokens (RFC 7519) signed with HS256 under a key of the ring. */
@ApplicationScoped
public class JoinTokens {

    private static final String ISSUER = "knightswatch";
    private static final int LONGEST = 2_000;

    @Inject
    KeyRing keys;

    @Inject
    TokenSettings settings;

    @Inject
    ServerClock clock;

    public IssuedToken issueJoin(AttemptView attempt, long lease) {
        return issue(attempt, TokenScope.JOIN, lease, settings.life());
    }

    /** For a page that has to be let in first. */
    public IssuedToken issueWaiting(AttemptView attempt, long lease) {
        return issue(attempt, TokenScope.WAIT, lease, settings.life());
    }

    public IssuedToken issueUpload(AttemptView attempt) {
        return issue(attempt, TokenScope.UPLOAD, 0, settings.uploadLife());
    }

    /** What a token says. Refuses one that we did not sign, and one that is too old; knows nothing of revoking. */
    public TokenClaims read(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token == null || token.length() > LONGEST ? "" : token);
            LoadedKey key = keys.find(String.valueOf(jwt.getHeader().getKeyID()))
                    .filter(known -> jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256))
                    .orElseThrow(() -> new ProctoringException(ProblemCode.TOKEN_INVALID));
            if (!jwt.verify(new MACVerifier(key.secret()))) {
                throw new ProctoringException(ProblemCode.TOKEN_INVALID);
            }
            TokenClaims claims = claims(jwt.getJWTClaimsSet());
            if (!claims.expiresAt().isAfter(clock.instant())) {
                throw new ProctoringException(ProblemCode.TOKEN_EXPIRED);
            }
            return claims;
        } catch (ParseException | JOSEException | IllegalArgumentException | NullPointerException e) {
            throw new ProctoringException(ProblemCode.TOKEN_INVALID, e);
        }
    }

    private IssuedToken issue(AttemptView attempt, TokenScope scope, long lease, Duration life) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(life);
        LoadedKey key = keys.signing(KeyPurpose.TOKEN);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(scope.name())
                .subject(attempt.id().toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .claim("iatMillis", now.toEpochMilli())
                .claim("exam", attempt.exam().toString())
                .claim("lease", lease)
                .build();
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.kid()).build(), claims);
            jwt.sign(new MACSigner(key.secret()));
            return new IssuedToken(jwt.serialize(), expiresAt, now);
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 with a key of 256 bits always signs", e);
        }
    }

    private static TokenClaims claims(JWTClaimsSet set) throws ParseException {
        return new TokenClaims(
                set.getJWTID(),
                AttemptId.fromString(set.getSubject()),
                new ExamId(UUID.fromString(set.getStringClaim("exam"))),
                TokenScope.valueOf(set.getAudience().get(0)),
                set.getLongClaim("lease"),
                Instant.ofEpochMilli(set.getLongClaim("iatMillis")),
                set.getExpirationTime().toInstant());
    }
}
