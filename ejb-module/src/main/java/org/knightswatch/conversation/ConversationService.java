package org.knightswatch.conversation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.knightswatch.attempt.AttemptErased;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.identity.StaffId;
import org.knightswatch.identity.StaffService;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.PlainText;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;

/** Carries messages between a candidate and the proctors of their room. */
@Stateless
public class ConversationService {

    static final int LONGEST = 2_000;
    private static final int MOST_SHOWN = 500;

    @PersistenceContext
    EntityManager entities;

    @Inject
    AttemptService attempts;

    @Inject
    StaffService staff;

    @Inject
    ServerClock clock;

    @Inject
    Event<MessageSent> sent;

    public MessageView sayAsCandidate(AttemptId attempt, String text) {
        return say(attempt, null, text);
    }

    public MessageView sayAsStaff(AttemptId attempt, StaffId from, String text) {
        return say(attempt, from, text);
    }

    /** What was written goes; that something was written, by whom and when, stays. */
    public void onErased(@Observes AttemptErased event) {
        entities.createQuery("update Message m set m.body = :words where m.attemptId = :attempt")
                .setParameter("words", AttemptErased.WORDS)
                .setParameter("attempt", event.attempt().value())
                .executeUpdate();
    }

    /** The other side has seen a message. */
    public void read(AttemptId attempt, UUID id, boolean byCandidate) {
        Message message = entities.find(Message.class, id);
        if (message == null || !message.belongsTo(attempt) || message.isFromCandidate() == byCandidate) {
            throw new ProctoringException(ProblemCode.MESSAGE_UNKNOWN);
        }
        message.read(clock.instant());
        sent.fire(new MessageSent(attempts.require(attempt).place(), view(message)));
    }

    /** Everything a candidate wrote has been seen by a proctor. */
    public void readAll(AttemptId id) {
        AttemptView attempt = attempts.require(id);
        rows(id).stream()
                .filter(message -> message.isFromCandidate() && !message.isRead())
                .forEach(message -> {
                    message.read(clock.instant());
                    sent.fire(new MessageSent(attempt.place(), view(message)));
                });
    }

    /** The newest messages of an attempt, oldest first. */
    public List<MessageView> of(AttemptId attempt) {
        return rows(attempt).stream().map(this::view).toList();
    }

    /** How many messages of candidates nobody has seen yet; attempts without any are left out. */
    public Map<AttemptId, Long> unread(Collection<AttemptId> attempts) {
        if (attempts.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select m.attemptId, count(m) from Message m where m.attemptId in :attempts"
                                + " and m.fromStaffId is null and m.readAt is null group by m.attemptId",
                        Object[].class)
                .setParameter(
                        "attempts", attempts.stream().map(AttemptId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(row -> new AttemptId((UUID) row[0]), row -> (Long) row[1]));
    }

    private MessageView say(AttemptId id, StaffId from, String text) {
        AttemptView attempt = attempts.require(id);
        if (attempt.isOver()) {
            throw new ProctoringException(ProblemCode.ATTEMPT_NOT_RUNNING, attempt.state());
        }
        Message message = new Message(id, from, PlainText.lines("text", text, LONGEST), clock.instant());
        entities.persist(message);
        MessageView view = view(message);
        sent.fire(new MessageSent(attempt.place(), view));
        return view;
    }

    private List<Message> rows(AttemptId attempt) {
        List<Message> newestFirst = entities.createQuery(
                        "select m from Message m where m.attemptId = :attempt order by m.sentAt desc, m.id desc",
                        Message.class)
                .setParameter("attempt", attempt.value())
                .setMaxResults(MOST_SHOWN)
                .getResultList();
        return newestFirst.stream()
                .sorted(Comparator.comparing(Message::sentAt))
                .toList();
    }

    private MessageView view(Message message) {
        String name = message.isFromCandidate()
                ? null
                : staff.find(message.from()).map(StaffView::displayName).orElse(null);
        return message.view(name);
    }
}
