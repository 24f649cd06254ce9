package org.knightswatch.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RosterFileTest {

    private static final String HEADER = "candidate_id,name,email,group\n";

    @Test
    void standsBehindTheHeaderAndCountsRows() throws IOException {
        try (RosterFile file = receive("\uFEFF" + HEADER + "C-1,Bo Li,,\r\nC-2,佐藤,,\r\n")) {
            assertThat(file.rows()).isEqualTo(2);
            assertThat(file.open().lines()).containsExactly("C-1,Bo Li,,", "C-2,佐藤,,");
        }
    }

    @Test
    void refusesAnotherHeader() {
        assertThatThrownBy(() -> receive("id,name\n")).hasMessageContaining("ROSTER_HEADER_WRONG");
        assertThatThrownBy(() -> receive("C-1,Bo Li,,\n")).hasMessageContaining("ROSTER_HEADER_WRONG");
        assertThatThrownBy(() -> receive("")).hasMessageContaining("ROSTER_EMPTY");
    }

    @Test
    void refusesWhatIsNoText() {
        byte[] photo = new byte[200_000];
        new Random(1).nextBytes(photo);

        assertThatThrownBy(() -> RosterFile.receive(new ByteArrayInputStream(photo), 1))
                .hasMessageContaining("ROSTER_NOT_TEXT");
        assertThatThrownBy(() -> RosterFile.receive(
                        new ByteArrayInputStream(
                                (HEADER + "C-1,J\u00fcrgen,,\n").getBytes(StandardCharsets.ISO_8859_1)),
                        1))
                .hasMessageContaining("ROSTER_NOT_TEXT");
        assertThatThrownBy(() -> receive(HEADER + "x".repeat(9_000))).hasMessageContaining("ROSTER_NOT_TEXT");
    }

    @Test
    void refusesWhatIsTooLargeAfterTakingItAll() {
        CountingRows rows = new CountingRows(3_000_000);

        assertThatThrownBy(() -> RosterFile.receive(rows, 1)).hasMessageContaining("ROSTER_TOO_LARGE");
        assertThat(rows.left).isZero();
    }

    private static RosterFile receive(String text) {
        return RosterFile.receive(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1);
    }

    /** Short lines without an end in sight. */
    private static final class CountingRows extends InputStream {

        private int left;

        CountingRows(int bytes) {
            this.left = bytes;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            return left % 20 == 0 ? '\n' : 'x';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int count = 0;
            for (int next = read(); next >= 0 && count < length; next = count < length ? read() : -1) {
                bytes[offset + count++] = (byte) next;
            }
            return count == 0 ? -1 : count;
        }
    }
}
