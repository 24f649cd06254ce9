package org.knightswatch.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.knightswatch.identity.StaffId;

/**
 * What a browser session of the staff holds: whose it is, since when, and the token that changing calls must show. The
 * person's roles are asked for anew at each request.
 */
public final class StaffSession implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = StaffSession.class.getName();
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID staff;
    private final Instant since;
    private final String csrfToken;

    private StaffSession(UUID staff, Instant since) {
        byte[] token = new byte[24];
        RANDOM.nextBytes(token);
        this.staff = staff;
        this.since = since;
        this.csrfToken = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Begins a session under a new id, so that an id known before the sign-in is worth nothing after it. */
    public static StaffSession begin(HttpServletRequest request, StaffId staff, Instant now) {
        request.getSession(true);
        request.changeSessionId();
        StaffSession session = new StaffSession(staff.value(), now);
        request.getSession().setAttribute(ATTRIBUTE, session);
        return session;
    }

    /** The session of a request; empty when there is none, or when it is older than a working day. */
    public static Optional<StaffSession> of(HttpServletRequest request, Instant now) {
        HttpSession http = request.getSession(false);
        if (http == null || !(http.getAttribute(ATTRIBUTE) instanceof StaffSession session)) {
            return Optional.empty();
        }
        return Optional.of(session).filter(it -> it.since.plus(LONGEST).isAfter(now));
    }

    public StaffId staff() {
        return new StaffId(staff);
    }

    public String csrfToken() {
        return csrfToken;
    }
}
