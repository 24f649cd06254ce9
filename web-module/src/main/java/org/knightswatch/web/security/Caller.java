package org.knightswatch.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Reach;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.Scope;
import org.knightswatch.identity.ServiceKeyView;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.token.Revocations;
import org.knightswatch.token.TokenClaims;
import org.knightswatch.token.TokenScope;

/** Who is asking, and what of it they may touch. All of it comes from our own data, none from the request's body. */
@RequestScoped
public class Caller {

    static final String ATTRIBUTE = Caller.class.getName();

    @Inject
    HttpServletRequest request;

    @Inject
    Revocations revocations;

    /** The signed-in person. */
    public StaffView staff() {
        if (request.getAttribute(ATTRIBUTE) instanceof StaffView staff) {
            return staff;
        }
        throw new ProctoringException(ProblemCode.NOT_SIGNED_IN);
    }

    public boolean isStaff() {
        return request.getAttribute(ATTRIBUTE) instanceof StaffView;
    }

    public boolean is(Role role) {
        return request.getAttribute(ATTRIBUTE) instanceof StaffView staff && staff.is(role);
    }

    /** Which exams a key with this scope, or a person of the staff, gets to see. */
    public Reach reach(Scope scope) {
        Object caller = request.getAttribute(ATTRIBUTE);
        if (caller instanceof ServiceKeyView key) {
            if (!key.scopes().contains(scope)) {
                throw new ProctoringException(ProblemCode.NOT_FOUND);
            }
            return Reach.of(key.environments());
        }
        staff();
        return Reach.EVERYTHING;
    }

    /** The caller's own attempt, for uploading: a token that takes part no more still uploads, one that never did does not. */
    public TokenClaims uploading(AttemptId attempt) {
        TokenClaims token = token();
        if (!token.attempt().equals(attempt)) {
            throw new ProctoringException(ProblemCode.NOT_FOUND);
        }
        if (token.scope() == TokenScope.WAIT) {
            throw new ProctoringException(ProblemCode.TAKEOVER_WAITING);
        }
        return token;
    }

    /** The caller's own attempt, for taking part. */
    public TokenClaims takingPart(AttemptId attempt) {
        TokenClaims token = uploading(attempt);
        if (token.scope() != TokenScope.JOIN) {
            throw new ProctoringException(ProblemCode.NOT_FOUND);
        }
        if (revocations.includes(token)) {
            throw new ProctoringException(ProblemCode.TOKEN_REVOKED);
        }
        return token;
    }

    /** A person of the staff or a program with a service key. */
    public boolean isKnown() {
        return isStaff() || request.getAttribute(ATTRIBUTE) instanceof ServiceKeyView;
    }

    public boolean isCandidate() {
        return request.getAttribute(ATTRIBUTE) instanceof TokenClaims;
    }

    /** Names the caller for idempotency keys: theirs must not meet those of others. */
    public String name() {
        Object caller = request.getAttribute(ATTRIBUTE);
        if (caller instanceof ServiceKeyView key) {
            return "service:" + key.id();
        }
        return caller instanceof StaffView staff ? "staff:" + staff.id() : "anonymous";
    }

    private TokenClaims token() {
        if (request.getAttribute(ATTRIBUTE) instanceof TokenClaims token) {
            return token;
        }
        throw new ProctoringException(ProblemCode.NOT_SIGNED_IN);
    }
}
