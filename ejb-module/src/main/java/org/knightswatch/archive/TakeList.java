package org.knightswatch.archive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.knightswatch.recording.ArchiveRows.ArchivedContents;
import org.knightswatch.recording.SegmentView;

/**
 * Writes the list of takes (extended M3U) that lies beside them: players that can't follow {@link ArchivePlaylist} from one
 * take to the next, such as VLC 3, open the files one after the other, those of WebM as well.
 */
final class TakeList {

    static final String NAME = "recording.m3u";
    static final String TYPE = "audio/x-mpegurl";

    private TakeList() {}

    /** The bytes of the file; none when there is no take. */
    static byte[] of(List<ArchivedContents> takes) {
        StringBuilder text = new StringBuilder();
        takes.stream().filter(contents -> contents.take().archived() != null).forEach(contents -> {
            long millis = contents.segments().stream()
                    .mapToLong(SegmentView::endMillis)
                    .max()
                    .orElse(0);
            text.append("#EXTINF:" + (millis + 999) / 1000 + ",Take "
                    + contents.take().number() + ", " + contents.take().startedAt() + "\n"
                    + contents.take().archived().name() + "\n");
        });
        return text.isEmpty() ? new byte[0] : ("#EXTM3U\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
