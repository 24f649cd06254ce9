package org.knightswatch.archive;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.recording.ArchiveRows;
import org.knightswatch.recording.ArchiveRows.ArchivedContents;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.recording.TakeView;
import org.knightswatch.store.ByteRange;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoreException;

/**
 * Makes files of whole tracks out of the archive, as they are asked for: for people who want to see a recording in their own
 * player. They are copies to look at; what is sealed lies beside them and is not touched.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the store is read
public class TrackFiles {

    private static final Logger LOG = Logger.getLogger(TrackFiles.class.getName());

    @Inject
    ArchiveRows rows;

    @Inject
    Places places;

    @Inject
    ObjectStore store;

    /** The files that a track makes up: one, unless its takes are of several kinds. */
    public List<TrackFile> of(AttemptId attempt, Track track) {
        return downloads(attempt, track).stream().map(Download::file).toList();
    }

    /** One of them, to be written somewhere. */
    public Download download(AttemptId attempt, Track track, int number) {
        return downloads(attempt, track).stream()
                .filter(download -> download.file().number() == number)
                .findFirst()
                .orElseThrow(() -> new ProctoringException(ProblemCode.ARCHIVE_EMPTY));
    }

    private List<Download> downloads(AttemptId attempt, Track track) {
        String place = rows.place(attempt, track).orElseThrow(() -> new ProctoringException(ProblemCode.ARCHIVE_EMPTY));
        Function<TakeView, InputStream> reader = take -> store.open(object(place, take), ByteRange.ALL);
        List<Download> downloads = new ArrayList<>();
        for (TrackJoin join : joins(place, rows.contents(attempt, track))) {
            int number = downloads.size() + 1;
            TrackFile file = join.file(number, name(attempt, track, join, number));
            downloads.add(new Download(file, out -> join.write(out, reader)));
        }
        return downloads;
    }

    private List<TrackJoin> joins(String place, List<ArchivedContents> contents) {
        List<TrackJoin> joins = new ArrayList<>();
        for (ArchivedContents one : contents) {
            if (isPlayable(one)) {
                try {
                    join(joins, one, first(place, one));
                } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                    LOG.log(Level.INFO, "Take {0} is left out: {1}", new Object[] {
                        one.take().id(), e.getMessage()
                    });
                }
            }
        }
        return joins;
    }

    /** Without its first segment nothing of a take can be decoded. */
    private static boolean isPlayable(ArchivedContents contents) {
        List<SegmentView> segments = contents.segments();
        return contents.take().archived() != null
                && segments.get(0).sequence() == 0
                && segments.stream().anyMatch(segment -> segment.durationMillis() > 0);
    }

    private static void join(List<TrackJoin> joins, ArchivedContents contents, byte[] first) {
        TakeView take = contents.take();
        Joining joining = Joining.of(take.isMp4());
        byte[] head = Arrays.copyOf(first, joining.headLength(first));
        Object kind = joining.kind(head);
        TrackJoin fitting = joins.stream()
                .filter(join -> join.isMp4() == take.isMp4() && join.isOf(kind))
                .findFirst()
                .orElse(null);
        if (fitting == null) {
            fitting = new TrackJoin(joining, kind);
            joins.add(fitting);
        }
        fitting.add(take, contents.segments(), head);
    }

    private byte[] first(String place, ArchivedContents contents) {
        ByteRange range = ByteRange.of(0, contents.segments().get(0).bytes() - 1);
        try (InputStream in = store.open(object(place, contents.take()), range)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new StoreException(ProblemCode.STORE_AWAY, e);
        }
    }

    private static ObjectKey object(String place, TakeView take) {
        return ObjectKey.of(place + take.archived().name());
    }

    private String name(AttemptId attempt, Track track, TrackJoin join, int number) {
        String ending = join.isMp4() ? ".mp4" : ".webm";
        return places.fileName(attempt, track, "whole" + (number == 1 ? "" : "-" + number) + ending);
    }

    /** A file that is made as it is written. */
    public record Download(TrackFile file, Body body) {}

    /** Writes all bytes of a file. */
    public interface Body {
        void write(OutputStream out) throws IOException;
    }
}
