package org.knightswatch.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.ServiceKeyService;
import org.knightswatch.identity.ServiceKeyView;
import org.knightswatch.identity.StaffService;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.token.JoinTokens;
import org.knightswatch.token.TokenClaims;

/**
 * The one mechanism that there may be: a bearer credential for the API, the session for everything else. A credential
 * that is wrong is refused, even where none is needed.
 */
@ApplicationScoped
public class Authentication implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    @Inject
    ServiceKeyService serviceKeys;

    @Inject
    StaffService staff;

    @Inject
    JoinTokens tokens;

    @Inject
    ServerClock clock;

    @Inject
    SignInRedirect redirect;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && request.getRequestURI().startsWith("/api/")) {
            return bearer(authorization, request, context);
        }
        Optional<StaffView> person = StaffSession.of(request, clock.instant())
                .flatMap(session -> staff.find(session.staff()))
                .filter(StaffView::active);
        if (person.isPresent()) {
            return signedIn(person.get(), request, context);
        }
        if (context.isProtected()) {
            redirect.send(request, response);
            return AuthenticationStatus.SEND_CONTINUE;
        }
        return context.doNothing();
    }

    private AuthenticationStatus signedIn(StaffView person, HttpServletRequest request, HttpMessageContext context) {
        request.setAttribute(Caller.ATTRIBUTE, person);
        Set<String> roles = person.roles().stream().map(Role::name).collect(Collectors.toSet());
        return context.notifyContainerAboutLogin(new CallerPrincipal(person.actor()), roles);
    }

    private AuthenticationStatus bearer(String authorization, HttpServletRequest request, HttpMessageContext context) {
        try {
            String credential = authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : "";
            if (credential.startsWith(ServiceKeyService.PREFIX)) {
                ServiceKeyView key = serviceKeys
                        .find(credential)
                        .orElseThrow(() -> new ProctoringException(ProblemCode.CREDENTIAL_UNKNOWN));
                request.setAttribute(Caller.ATTRIBUTE, key);
                return context.notifyContainerAboutLogin(
                        new CallerPrincipal("service:" + key.title()), Set.of(Role.IS_SERVICE));
            }
            TokenClaims token = tokens.read(credential);
            request.setAttribute(Caller.ATTRIBUTE, token);
            return context.notifyContainerAboutLogin(
                    new CallerPrincipal("candidate:" + token.attempt()), Set.of(Role.IS_CANDIDATE));
        } catch (ProctoringException e) {
            CredentialFilter.refuse(request, e);
            return context.doNothing();
        }
    }
}
