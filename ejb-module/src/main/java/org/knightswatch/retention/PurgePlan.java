package org.knightswatch.retention;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.evidence.Manifest;
import org.knightswatch.evidence.ManifestBody;
import org.knightswatch.evidence.ManifestException;
import org.knightswatch.evidence.PurgeBody;
import org.knightswatch.evidence.PurgeBody.Sealed;
import org.knightswatch.evidence.PurgeCertificate;
import org.knightswatch.evidence.PurgedObject;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.RecordingRemoval.Whereabouts;
import org.knightswatch.roster.EnrolmentService;
import org.knightswatch.store.ByteRange;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoreException;
import org.knightswatch.store.StoredObject;

/** Says what is to be removed: each object with the digest that it was known by. */
@Stateless
public class PurgePlan {

    private static final Pattern SEGMENT = Pattern.compile(".*/\\d+-([0-9a-f]{64})\\.[a-z0-9]+");

    @Inject
    AttemptService attempts;

    @Inject
    ExamService exams;

    @Inject
    EnrolmentService enrolments;

    @Inject
    ObjectStore store;

    /** What the last plan said, and whatever lies there besides. */
    public PurgeBody of(PurgeWork work, Whereabouts where, List<StoredObject> there) {
        PurgeBody before = work.plan() == null ? beginning(work) : last(work);
        Map<String, PurgedObject> objects = new TreeMap<>();
        before.objects().forEach(object -> objects.put(object.key(), object));
        List<StoredObject> fresh = there.stream()
                .filter(object -> !objects.containsKey(object.key().value()))
                .toList();
        Map<String, String> known = new HashMap<>();
        where.known().forEach((key, sha256) -> known.put(key, sha256.hex()));
        List<Sealed> seals = new ArrayList<>(before.manifests());
        fresh.stream().filter(PurgePlan::isManifest).forEach(object -> read(object.key(), known)
                .ifPresent(head -> seals.add(new Sealed(folder(object), head))));
        for (StoredObject object : fresh) {
            String key = object.key().value();
            objects.put(key, new PurgedObject(key, object.size(), digest(object, known)));
        }
        return before.with(seals, List.copyOf(objects.values()));
    }

    static PurgeBody last(PurgeWork work) {
        return PurgeCertificate.read(work.plan().getBytes(StandardCharsets.UTF_8))
                .body();
    }

    private PurgeBody beginning(PurgeWork work) {
        AttemptView attempt = attempts.require(work.attempt());
        ExamView exam = exams.require(attempt.exam());
        return new PurgeBody(
                work.id(),
                new ManifestBody.Exam(exam.code().value(), exam.environment().code()),
                enrolments.require(attempt.enrolment()).candidateId(),
                new ManifestBody.Attempt(
                        attempt.id().value(),
                        attempt.number(),
                        attempt.startedAt(),
                        attempt.endedAt(),
                        attempt.state().name()),
                work.cause().name(),
                work.rule(),
                work.askedBy(),
                work.begunAt(),
                null,
                List.of(),
                List.of());
    }

    private static boolean isManifest(StoredObject object) {
        return object.key().value().endsWith("/" + Manifest.NAME);
    }

    private static String folder(StoredObject manifest) {
        String key = manifest.key().value();
        return key.substring(0, key.length() - Manifest.NAME.length());
    }

    /** Reads what a manifest says of its folder; answers the head of its chain. One that can't be read says nothing. */
    private Optional<String> read(ObjectKey key, Map<String, String> known) {
        try (InputStream in = store.open(key, ByteRange.ALL)) {
            byte[] bytes = in.readAllBytes();
            known.put(key.value(), Sha256.digest(bytes).hex());
            Manifest manifest = Manifest.read(bytes);
            String folder = key.value().substring(0, key.value().lastIndexOf('/') + 1);
            manifest.body().objects().forEach(object -> known.put(folder + object.name(), object.sha256()));
            return Optional.of(manifest.head());
        } catch (ManifestException e) {
            return Optional.empty();
        } catch (StoreException e) {
            if (e.code() == ProblemCode.NOT_FOUND) {
                return Optional.empty(); // only older versions of it are left
            }
            throw e;
        } catch (IOException e) {
            throw new StoreException(ProblemCode.STORE_AWAY, e);
        }
    }

    /** From its name, what was written down of it, or the store; null when nobody knows. */
    private String digest(StoredObject object, Map<String, String> known) {
        Matcher segment = SEGMENT.matcher(object.key().value());
        if (segment.matches()) {
            return segment.group(1);
        }
        String written = known.get(object.key().value());
        return written != null
                ? written
                : store.look(object.key())
                        .flatMap(StoredObject::sha256)
                        .map(Sha256::hex)
                        .orElse(null);
    }
}
