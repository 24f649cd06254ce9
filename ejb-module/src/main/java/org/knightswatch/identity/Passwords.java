package org.knightswatch.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.util.Map;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;

/** Turns passwords into PBKDF2 hashes and compares them; the slowness is the point. */
@ApplicationScoped
public class Passwords {

    static final int SHORTEST = 10;
    static final int LONGEST = 200;
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int MADE_LENGTH = 20;

    @Inject
    Pbkdf2PasswordHash hash;

    private final SecureRandom random = new SecureRandom();
    private String nobodys;

    @PostConstruct
    void prepare() {
        // OWASP's figure for PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet, 2023); the default is 2,048
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
                "Pbkdf2PasswordHash.Iterations", "600000",
                "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "32"));
        nobodys = hash.generate(make().toCharArray());
    }

    String hash(String password) {
        if (password == null || password.length() < SHORTEST) {
            throw FieldProblem.of("password", ProblemCode.PASSWORD_TOO_SHORT, SHORTEST)
                    .asException();
        }
        if (password.length() > LONGEST) {
            throw FieldProblem.of("password", ProblemCode.FIELD_TOO_LONG, LONGEST)
                    .asException();
        }
        return hash.generate(password.toCharArray());
    }

    boolean fits(String password, String stored) {
        return hash.verify(password.toCharArray(), stored);
    }

    /** Takes as long as a comparison, so that the time of an answer does not tell whether an account exists. */
    void pretend(String password) {
        hash.verify(password.toCharArray(), nobodys);
    }

    /** A password for a first sign-in, without letters that look alike. */
    public String make() {
        StringBuilder made = new StringBuilder(MADE_LENGTH);
        random.ints(MADE_LENGTH, 0, ALPHABET.length()).forEach(i -> made.append(ALPHABET.charAt(i)));
        return made.toString();
    }
}
