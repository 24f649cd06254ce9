package org.knightswatch.recording;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttemptFolderTest {

    @Test
    void isReadBackFromAnyKeyInIt() {
        AttemptFolder folder = new AttemptFolder("default", "MATH/1 ä", "C.17", 12);

        assertThat(AttemptFolder.of(folder.prefix() + "camera/x/00000-ab.mp4")).contains(folder);
        assertThat(AttemptFolder.of(folder.prefix() + "rows/1.txt")).contains(folder);
    }

    @Test
    void isNoneWhereWeWouldNotWriteSo() {
        assertThat(AttemptFolder.of("segments/default/MATH/C-17/note.txt")).isEmpty();
        assertThat(AttemptFolder.of("segments/default/MATH/C-17/01/camera/a.mp4"))
                .isEmpty();
        assertThat(AttemptFolder.of("segments/default/MATH/C=2D17/1/camera/a.mp4"))
                .isEmpty();
        assertThat(AttemptFolder.of("archive/default/MATH/C-17/1/camera/a.mp4")).isEmpty();
    }

    @Test
    void endsBeforeTheNextOneBegins() {
        AttemptFolder first = new AttemptFolder("default", "MATH", "C-17", 1);

        assertThat(first.end()).isGreaterThan(first.prefix() + "screen/zzz");
        assertThat(first.end()).isLessThan(new AttemptFolder("default", "MATH", "C-17", 10).prefix());
    }
}
