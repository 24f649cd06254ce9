package org.knightswatch.archive;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.knightswatch.archive.ArchiveView.Item;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.evidence.Manifest;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.recording.ArchiveRows;
import org.knightswatch.recording.ArchiveRows.ArchivedContents;
import org.knightswatch.recording.ArchiveRows.Seal;
import org.knightswatch.recording.FoldRows;
import org.knightswatch.recording.KeptCopies;
import org.knightswatch.recording.KeptCopy;
import org.knightswatch.recording.Recordings;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.PresignedUrl;
import org.knightswatch.store.StoreSettings;

/** Says what is archived of a recording, and hands it out. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Archive {

    @Inject
    ArchiveRows rows;

    @Inject
    FoldRows folds;

    @Inject
    KeptCopies copies;

    @Inject
    Recordings recordings;

    @Inject
    ObjectStore store;

    @Inject
    StoreSettings settings;

    @Inject
    Places places;

    /** What lies there; refused while that is nothing. */
    public ArchiveView of(AttemptId attempt, Track track) {
        recordings.requireThere(attempt);
        String place = rows.place(attempt, track).orElseThrow(() -> new ProctoringException(ProblemCode.ARCHIVE_EMPTY));
        List<ArchivedContents> contents = rows.contents(attempt, track);
        Seal seal = rows.seal(attempt, track);
        Stream<Item> takes = Stream.concat(
                        contents.stream().map(one -> one.take().archived()).filter(Objects::nonNull),
                        copies.of(attempt, track).stream().map(KeptCopy::object))
                .map(object ->
                        new Item(object.name(), object.bytes(), object.sha256().hex()));
        Stream<Item> sealing = Stream.concat(
                        PlayerFile.of(contents).stream().map(PlayerFile::file), Stream.of(Manifest.NAME))
                .filter(name -> seal.at() != null)
                .map(name -> new Item(name, null, null));
        return new ArchiveView(
                place,
                seal.at(),
                fault(attempt, track, seal),
                Stream.concat(takes, sealing).toList());
    }

    private String fault(AttemptId attempt, Track track, Seal seal) {
        return seal.fault() == null ? folds.fault(attempt, track).orElse(null) : seal.fault();
    }

    /** Where a browser gets one of the objects: to save it as a file, or to play it as it is. */
    public URI link(AttemptId attempt, Track track, String name, boolean toPlay) {
        ArchiveView view = of(attempt, track);
        if (view.objects().stream().noneMatch(object -> object.name().equals(name))) {
            throw new ProctoringException(ProblemCode.ARCHIVE_EMPTY);
        }
        ObjectKey key = ObjectKey.of(view.place() + name);
        PresignedUrl url = toPlay
                ? store.presignGet(key, settings.urlLife())
                : store.presignGet(key, settings.urlLife(), places.fileName(attempt, track, name));
        return url.url();
    }
}
