package org.knightswatch.archive;

import java.util.Arrays;
import java.util.List;
import org.knightswatch.recording.ArchiveRows.ArchivedContents;

/** What lies beside archived takes so that players show them in order. */
enum PlayerFile {
    PLAYLIST(ArchivePlaylist.NAME, ArchivePlaylist.TYPE),
    TAKE_LIST(TakeList.NAME, TakeList.TYPE);

    private final String file;
    private final String type;

    PlayerFile(String file, String type) {
        this.file = file;
        this.type = type;
    }

    /** Those that there is something to write into. */
    static List<PlayerFile> of(List<ArchivedContents> takes) {
        return Arrays.stream(values())
                .filter(file -> file.bytes(takes).length > 0)
                .toList();
    }

    /** Its name in the folder of the recording. */
    String file() {
        return file;
    }

    String type() {
        return type;
    }

    byte[] bytes(List<ArchivedContents> takes) {
        return switch (this) {
            case PLAYLIST -> ArchivePlaylist.of(takes);
            case TAKE_LIST -> TakeList.of(takes);
        };
    }
}
