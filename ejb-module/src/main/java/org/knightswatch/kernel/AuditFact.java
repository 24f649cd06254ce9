package org.knightswatch.kernel;

/**
 * Who did what to what. Fired inside the transaction that does it and written down in the same one: either both are
 * there or neither is.
 *
 * @param actor who, such as {@code staff:r.okonjo}; null: whoever is signed in
 * @param action what, in capitals, such as {@code EXAM_CREATED}
 * @param subject to what, such as {@code exam:THERMO-2026-A}
 * @param detail what else matters, in a few words; may be null
 */
public record AuditFact(String actor, String action, String subject, String detail) {

    public static AuditFact of(String action, String subject) {
        return new AuditFact(null, action, subject, null);
    }

    public AuditFact by(String who) {
        return new AuditFact(who, action, subject, detail);
    }

    public AuditFact saying(String words) {
        return new AuditFact(actor, action, subject, words);
    }
}
