package org.knightswatch.archive;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knightswatch.exam.Track;
import org.knightswatch.store.ObjectKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LayoutTest {

    private static final Instant START = Instant.parse("2027-03-01T23:30:00Z");

    @Test
    void namesAFolderByItsParts() {
        assertThat(Layout.of(Layout.BY_DEFAULT).place(recording("MATH-1", "c.42")))
                .isEqualTo("archive/default/~math-1/c.42/2/camera/");
        assertThat(Layout.of("kept/{year}-{month}/{day}_{hour}/e{exam}/{candidate}/no-{attempt}/{track}{year}/")
                        .place(recording("a/b", "..")))
                .isEqualTo("kept/2027-03/01_23/ea=2fb/=2e=2e/no-2/camera2027/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "archive",
                "archive/{exam}/{candidate}/{attempt}/{track}",
                "/archive/{exam}/{candidate}/{attempt}/{track}/",
                "archive//{exam}/{candidate}/{attempt}/{track}/",
                "archive/{exam}/{candidate}/{attempt}/",
                "archive/{environment}/{candidate}/{attempt}/{track}/",
                "archive/{exam}/{attempt}/{track}/",
                "archive/{exam}/{candidate}/{track}/",
                "segments/{exam}/{candidate}/{attempt}/{track}/",
                "{environment}/{exam}/{candidate}/{attempt}/{track}/",
                "archive/{exam}{candidate}/{attempt}/{track}/",
                "archive/{exam}-{candidate}/{attempt}/{track}/",
                "archive/{exam}/{candidate}/{attempt}-{track}/",
                "archive/{exam}/{candidate}/{attempt}/{track}/{name}/",
                "archive/{exam}/{candidate}/{attempt}/{track}/{email}/",
                "archive/{exam}/{candidate}/{attempt}/{track}/../",
                "archive/{exam}/{candidate}/{attempt}/{track}/.a/",
                "archive/{exam}./{candidate}/{attempt}/{track}/",
                "Archive/{exam}/{candidate}/{attempt}/{track}/",
                "archive/{exam}/{candidate}/{attempt}/{track}/a b/",
                "archive/{exam}/{candidate}/{attempt}/{track}/{exam/",
                "archive/{exam}/{candidate}/{attempt}/{track}/1/2/3/4/5/6/7/8/"
            })
    void refusesWhatIsNoLayout(String template) {
        assertThatIllegalArgumentException().isThrownBy(() -> Layout.of(template));
        assertThat(Layout.isOne(template)).isFalse();
    }

    @Property
    void givesDifferentRecordingsDifferentPlaces(
            @ForAll("layouts") String template,
            @ForAll("recordings") ArchivedRecording one,
            @ForAll("recordings") ArchivedRecording other) {
        Layout layout = Layout.of(template);

        assertThat(layout.place(one).equals(layout.place(other)))
                .isEqualTo(layout.place(one).equalsIgnoreCase(layout.place(other)));
        if (!one.equals(other)) {
            assertThat(layout.place(one)).isNotEqualTo(layout.place(other));
        }
        ObjectKey.of(layout.place(one) + "manifest.json");
    }

    @Test
    void fitsTheLongestNames() {
        String longest = "aB".repeat(32);
        ArchivedRecording what = new ArchivedRecording(longest, longest, longest, 1_000, Track.SCREEN, START);

        ObjectKey.of(Layout.of(Layout.BY_DEFAULT).place(what) + "manifest.json");
    }

    @Provide
    Arbitrary<String> layouts() {
        return Arbitraries.of(
                Layout.BY_DEFAULT,
                "a/{exam}-x/{year}{candidate}{day}/{attempt}/b/{track}/",
                "a/{track}/{attempt}/{candidate}/{exam}/{environment}/");
    }

    @Provide
    Arbitrary<ArchivedRecording> recordings() {
        Arbitrary<String> names =
                Arbitraries.strings().withChars("aA1.-_").ofMinLength(1).ofMaxLength(3);
        return Combinators.combine(names, names, Arbitraries.integers().between(1, 12), Arbitraries.of(Track.class))
                .as((exam, candidate, attempt, track) ->
                        new ArchivedRecording("default", exam, candidate, attempt, track, START));
    }

    private static ArchivedRecording recording(String exam, String candidate) {
        return new ArchivedRecording("default", exam, candidate, 2, Track.CAMERA, START);
    }
}
