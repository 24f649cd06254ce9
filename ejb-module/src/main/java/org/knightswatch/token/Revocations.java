package org.knightswatch.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.TokensRevoked;
import org.knightswatch.kernel.Redis;
import org.knightswatch.kernel.ServerClock;
import redis.clients.jedis.params.SetParams;

/**
 * Which tokens are worth nothing before their time. The rows are what counts; Redis tells other nodes at once, and every
 * node reads the rows now and then, so that emptying Redis un-revokes nothing.
 */
@ApplicationScoped
public class Revocations {

    @Inject
    Redis redis;

    @Inject
    TokenSettings settings;

    @Inject
    RevokedRows rows;

    @Inject
    ServerClock clock;

    private final Map<UUID, Instant> revoked = new ConcurrentHashMap<>();

    /** Whether a token takes no part any more, although it is not too old. */
    public boolean includes(TokenClaims token) {
        Instant revokedAt = revoked.get(token.attempt().value());
        if (revokedAt != null && !token.issuedAt().isAfter(revokedAt)) {
            return true;
        }
        return redis.ask(client -> client.mget(attemptKey(token.attempt()), tokenKey(token.id())))
                .map(answers -> isBefore(token.issuedAt(), answers.get(0)) || isOver(answers.get(1)))
                .orElse(false);
    }

    /** A token was renewed: the old one lives on for a moment only. */
    void renewed(TokenClaims old) {
        Instant until = clock.instant().plus(settings.overlap());
        SetParams params = SetParams.setParams().px(Math.max(1, settings.life().toMillis()));
        redis.ask(client -> client.set(tokenKey(old.id()), Long.toString(until.toEpochMilli()), params));
    }

    void onRevoked(@Observes(during = TransactionPhase.AFTER_SUCCESS) TokensRevoked event) {
        AttemptId attempt = event.place().attempt();
        revoked.put(attempt.value(), event.at());
        SetParams params = SetParams.setParams().px(Math.max(1, settings.life().toMillis()));
        redis.ask(client ->
                client.set(attemptKey(attempt), Long.toString(event.at().toEpochMilli()), params));
    }

    /** Reads what other nodes revoked, and forgets what is too old to matter. */
    void readRows() {
        Instant oldest = clock.instant().minus(settings.life());
        revoked.putAll(rows.revokedSince(oldest));
        revoked.values().removeIf(at -> at.isBefore(oldest));
    }

    private static boolean isBefore(Instant issuedAt, String millis) {
        return millis != null && issuedAt.toEpochMilli() <= Long.parseLong(millis);
    }

    private boolean isOver(String millis) {
        return millis != null && clock.millis() >= Long.parseLong(millis);
    }

    private static String attemptKey(AttemptId attempt) {
        return "kw:revoked:attempt:" + attempt;
    }

    private static String tokenKey(String id) {
        return "kw:revoked:token:" + id;
    }
}
