package org.knightswatch.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

/** Lets staff in by name and password. Who does not exist is refused in the same words and after the same time. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // hashing takes long; no connection waits for it
public class SignInService {

    private static final int LONGEST_NAME = 64;

    @Inject
    StaffService staff;

    @Inject
    SignInAttempts attempts;

    @Inject
    Passwords passwords;

    @Inject
    SignInSettings settings;

    /** Refuses with the number of tries that are left, or with how many minutes the account rests. */
    public StaffView signIn(String name, String password) {
        String account = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        requireBoth(account, password);
        attempts.refuseWhileResting(account);
        if (!fits(account, password)) {
            int left = attempts.failed(account);
            attempts.refuseWhileResting(account);
            throw new ProctoringException(ProblemCode.SIGN_IN_REFUSED, left, minutes(settings.rest()));
        }
        attempts.succeeded(account);
        return staff.require(account);
    }

    private static void requireBoth(String account, String password) {
        List<FieldProblem> missing = new ArrayList<>();
        if (account.isEmpty()) {
            missing.add(FieldProblem.of("name", ProblemCode.FIELD_MISSING));
        }
        if (account.length() > LONGEST_NAME) {
            missing.add(FieldProblem.of("name", ProblemCode.FIELD_TOO_LONG, LONGEST_NAME));
        }
        if (password == null || password.isEmpty()) {
            missing.add(FieldProblem.of("password", ProblemCode.FIELD_MISSING));
        }
        if (!missing.isEmpty()) {
            throw ProctoringException.ofFields(missing);
        }
    }

    /** Rounded up, so that nobody comes back too early. */
    static long minutes(Duration rest) {
        return Math.max(1, rest.plusSeconds(59).toMinutes());
    }

    private boolean fits(String account, String password) {
        if (password.length() > Passwords.LONGEST) {
            return false;
        }
        Optional<String> stored = staff.activeHash(account);
        if (stored.isEmpty()) {
            passwords.pretend(password);
        }
        return stored.isPresent() && passwords.fits(password, stored.get());
    }
}
