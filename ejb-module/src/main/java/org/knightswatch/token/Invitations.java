package org.knightswatch.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.roster.EnrolmentId;
import org.knightswatch.roster.EnrolmentService;
import org.knightswatch.roster.EnrolmentView;

/**
 * Derives invitations, and knows whom one is for. An invitation is base64url of the enrolment (16 bytes), its generation
 * (4 bytes) and the first 16 bytes of their HMAC-SHA-256: nothing of it is stored, and raising the generation makes the
 * old one worthless.
 */
@ApplicationScoped
public class Invitations {

    private static final int SIGNED_BYTES = 20;
    private static final int MAC_BYTES = 16;
    private static final int LENGTH = (SIGNED_BYTES + MAC_BYTES) / 3 * 4;

    @Inject
    KeyRing keys;

    @Inject
    EnrolmentService enrolments;

    public String derive(EnrolmentView enrolment) {
        ByteBuffer signed = ByteBuffer.allocate(SIGNED_BYTES);
        UUID id = enrolment.id().value();
        signed.putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(enrolment.generation());
        byte[] all = Arrays.copyOf(signed.array(), SIGNED_BYTES + MAC_BYTES);
        System.arraycopy(mac(signed.array()), 0, all, SIGNED_BYTES, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Whom an invitation is for. Cut off, made up or replaced ones are unknown; who was erased has none. */
    public EnrolmentView read(String invitation) {
        byte[] all = decode(invitation);
        byte[] signed = Arrays.copyOf(all, SIGNED_BYTES);
        byte[] mac = Arrays.copyOfRange(all, SIGNED_BYTES, SIGNED_BYTES + MAC_BYTES);
        ByteBuffer fields = ByteBuffer.wrap(signed);
        EnrolmentId id = new EnrolmentId(new UUID(fields.getLong(), fields.getLong()));
        int generation = fields.getInt();
        if (!MessageDigest.isEqual(mac, mac(signed))) {
            throw new ProctoringException(ProblemCode.INVITATION_UNKNOWN);
        }
        EnrolmentView enrolment = enrolments
                .find(id)
                .filter(found -> found.generation() == generation)
                .orElseThrow(() -> new ProctoringException(ProblemCode.INVITATION_UNKNOWN));
        if (enrolment.erasedAt() != null) {
            throw new ProctoringException(ProblemCode.CANDIDATE_ERASED);
        }
        return enrolment;
    }

    private static byte[] decode(String invitation) {
        if (invitation == null || invitation.length() != LENGTH) {
            throw new ProctoringException(ProblemCode.INVITATION_UNKNOWN);
        }
        try {
            return Base64.getUrlDecoder().decode(invitation);
        } catch (IllegalArgumentException e) {
            throw new ProctoringException(ProblemCode.INVITATION_UNKNOWN, e);
        }
    }

    private byte[] mac(byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.signing(KeyPurpose.INVITATION).secret());
            return Arrays.copyOf(mac.doFinal(signed), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
