package org.knightswatch.challenge;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.challenge.ChallengeRows.Found;
import org.knightswatch.challenge.ChallengeRows.Wanted;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.recording.ArchiveRows;
import org.knightswatch.recording.ArchiveRows.ArchivedContents;
import org.knightswatch.store.ObjectKey;

/** Looks in the archive for what pages have shown: the tone in the camera's sound, the colour in the screen's picture. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // store and decoder are waited for
public class ChallengeSearch {

    private static final Logger LOG = Logger.getLogger(ChallengeSearch.class.getName());

    @Inject
    ChallengeRows rows;

    @Inject
    ArchiveRows archive;

    @Inject
    Excerpts excerpts;

    @Inject
    Decoding decoding;

    /** Looks for some that are due; answers whether there were any. */
    public boolean lookNext() {
        List<Wanted> wanted = rows.claim();
        if (wanted.isEmpty()) {
            return false;
        }
        AttemptId attempt = wanted.get(0).attempt();
        try {
            Map<Track, List<ArchivedContents>> contents = new EnumMap<>(Track.class);
            List<Found> found = new ArrayList<>();
            for (Wanted one : wanted) {
                found.add(new Found(
                        one.id(),
                        one.tone() ? look(one, Track.CAMERA, contents) : Outcome.NOT_LOOKED,
                        one.colour() ? look(one, Track.SCREEN, contents) : Outcome.NOT_LOOKED));
            }
            rows.found(attempt, found);
        } catch (ProctoringException e) {
            LOG.log(Level.WARNING, "Attempt {0} is looked into later: {1}", new Object[] {attempt, e.getMessage()});
            rows.later(wanted);
        }
        return true;
    }

    private Outcome look(Wanted wanted, Track track, Map<Track, List<ArchivedContents>> contents) {
        Outcome found = Outcome.NOT_LOOKED;
        for (ArchivedContents take :
                contents.computeIfAbsent(track, which -> archive.contents(wanted.attempt(), which))) {
            found = found == Outcome.FOUND ? found : look(wanted, take).or(found);
        }
        return found;
    }

    private Outcome look(Wanted wanted, ArchivedContents take) {
        long millis =
                Duration.between(take.take().startedAt(), wanted.shownAt()).toMillis();
        Excerpt excerpt = Excerpt.of(take, millis).orElse(null);
        String place = archive.place(wanted.attempt(), take.take().track()).orElse(null);
        if (excerpt == null || place == null) {
            return Outcome.NOT_LOOKED;
        }
        ObjectKey key = ObjectKey.of(place + take.take().archived().name());
        boolean mp4 = take.take().isMp4();
        byte[] media;
        try {
            media = excerpts.read(key, mp4, excerpt);
            return take.take().track() == Track.CAMERA
                    ? listen(wanted, mp4, media, excerpt)
                    : watch(wanted, mp4, media, excerpt);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Take {0} can''t be looked into: {1}", new Object[] {
                take.take().id(), e.getMessage()
            });
            return Outcome.NOT_LOOKED;
        }
    }

    private Outcome listen(Wanted wanted, boolean mp4, byte[] media, Excerpt excerpt) throws IOException {
        short[] sound = decoding.program().sound(mp4, media);
        int from = excerpt.from(ToneSearch.RATE);
        if (sound.length < from + ToneSearch.RATE) {
            return Outcome.NOT_LOOKED;
        }
        boolean heard = new ToneSearch(sound).hears(wanted.challenge().tone(), from, excerpt.to(ToneSearch.RATE));
        return heard ? Outcome.FOUND : Outcome.NOT_FOUND;
    }

    private Outcome watch(Wanted wanted, boolean mp4, byte[] media, Excerpt excerpt) throws IOException {
        ColourSearch pictures = new ColourSearch(decoding.program().pictures(mp4, media));
        int from = excerpt.from(ColourSearch.RATE);
        if (pictures.count() <= from + ColourSearch.RATE) {
            return Outcome.NOT_LOOKED;
        }
        boolean seen = pictures.sees(wanted.challenge().colour(), from, excerpt.to(ColourSearch.RATE));
        return seen ? Outcome.FOUND : Outcome.NOT_FOUND;
    }
}
