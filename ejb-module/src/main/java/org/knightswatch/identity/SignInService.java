package org.knightswatch.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
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

    /** Refuses with the number of tries that are left, or with how many minutes the account rests. */
    public StaffView signIn(String name, String password) {
        String account = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        if (account.isEmpty() || account.length() > LONGEST_NAME || password == null || password.isEmpty()) {
            throw new ProctoringException(ProblemCode.SIGN_IN_REFUSED, 0);
        }
        attempts.refuseWhileResting(account);
        if (!fits(account, password)) {
            throw new ProctoringException(ProblemCode.SIGN_IN_REFUSED, attempts.failed(account));
        }
        attempts.succeeded(account);
        return staff.require(account);
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
