package org.knightswatch.recording;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.knightswatch.recording.TakeStory.mp4;
import static org.knightswatch.recording.TakeStory.webm;

class PlaylistTest {

    private static final int TARGET = 16;

    @Test
    void readsAsTheStandardWants() {
        TakeStory take = mp4(0.25).holding(0, 2).closed(2, CloseReason.FINISHED);

        String playlist = Playlist.of(List.of(take.told()), false);

        assertThat(playlist).isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-TARGETDURATION:16
                #EXT-X-PLAYLIST-TYPE:EVENT
                #EXT-X-MAP:URI="segments/%1$s/0.mp4"
                #EXT-X-PROGRAM-DATE-TIME:2026-11-24T09:00:00.250Z
                #EXTINF:4.000,
                segments/%1$s/1.m4s
                #EXTINF:4.000,
                segments/%1$s/2.m4s
                #EXT-X-ENDLIST
                """.formatted(take.id()));
    }

    @Test
    void givesEachTakeItsHeaderAndItsTimeBehindADiscontinuity() {
        TakeStory first = mp4(0).holding(0, 1).closed(1, CloseReason.PAGE_LEFT);
        TakeStory second = mp4(9.5).holding(0, 1).closed(1, CloseReason.FINISHED);

        String playlist = Playlist.of(List.of(first.told(), second.told()), false);

        assertThat(playlist).contains("""
                segments/%s/1.m4s
                #EXT-X-DISCONTINUITY
                #EXT-X-MAP:URI="segments/%2$s/0.mp4"
                #EXT-X-PROGRAM-DATE-TIME:2026-11-24T09:00:09.500Z
                """.formatted(first.id(), second.id()));
    }

    @Test
    void readsWhatIsArchivedByRangesOfItsObject() {
        TakeStory take = mp4(0).holding(0, 1).holding(3, 3).archived();

        assertThat(Playlist.of(List.of(take.told()), false)).contains("""
                #EXT-X-MAP:URI="takes/%1$s.mp4",BYTERANGE="100@0"
                #EXT-X-PROGRAM-DATE-TIME:2026-11-24T09:00:00.000Z
                #EXTINF:4.000,
                #EXT-X-BYTERANGE:100@100
                takes/%1$s.mp4
                #EXT-X-DISCONTINUITY
                #EXT-X-MAP:URI="takes/%1$s.mp4",BYTERANGE="100@0"
                #EXT-X-PROGRAM-DATE-TIME:2026-11-24T09:00:08.000Z
                #EXTINF:4.000,
                #EXT-X-BYTERANGE:100@200
                takes/%1$s.mp4
                """.formatted(take.id()));
    }

    @Test
    void leavesOutTakesThatAreNoFragmentedMp4() {
        TakeStory take = mp4(0).holding(0, 1).closed(1, CloseReason.PAGE_LEFT);

        String playlist = Playlist.of(List.of(webm(20).holding(0, 3).told(), take.told(), webm(40).told()), true);

        assertThat(entries(playlist)).containsExactly(take.id() + "/1");
    }

    @Test
    void isEmptyWhileNothingCanBePlayed() {
        List<HeldTake> onlyAHeader = List.of(mp4(0).holding(0, 0).told());
        List<HeldTake> noHeader = List.of(mp4(0).holding(1, 3).told());

        assertThat(Stream.of(List.<HeldTake>of(), onlyAHeader, noHeader)
                        .flatMap(takes -> Stream.of(Playlist.of(takes, true), Playlist.of(takes, false))))
                .allMatch(String::isEmpty);
    }

    @Test
    void listsNothingLongerThanTheTargetAndPutsTheTimeRightBehindIt() {
        HeldTake slept = mp4(0).holding(0, 1)
                .holding(2, 4_000, 3_600_000)
                .holding(3, 3_604_000, 4_000)
                .told();

        String playlist = Playlist.of(List.of(slept), true);

        assertThat(lengths(playlist)).containsExactly(4.0, 16.0, 4.0);
        assertThat(playlist).contains("#EXT-X-PROGRAM-DATE-TIME:2026-11-24T10:00:04.000Z\n#EXTINF:4.000,");
    }

    @Nested
    class WhileItGrows {

        @Test
        void goesOnNamingSegmentsAlthoughATakeIsArchived() {
            TakeStory take =
                    mp4(0).holding(0, 1).closed(1, CloseReason.PAGE_LEFT).archived();

            assertThat(entries(Playlist.of(List.of(take.told()), true))).containsExactly(take.id() + "/1");
        }

        @Test
        void hasNoEnd() {
            assertThat(Playlist.of(List.of(mp4(0).holding(0, 2).told()), true)).doesNotContain("#EXT-X-ENDLIST");
        }

        @Test
        void stopsAtTheFirstHole() {
            TakeStory take = mp4(0).holding(0, 2).holding(4, 5);

            assertThat(entries(Playlist.of(List.of(take.told()), true)))
                    .containsExactly(take.id() + "/1", take.id() + "/2");
        }

        @Test
        void goesOnToTheNextTakeOnlyWhenAllOfTheLastIsThere() {
            TakeStory open = mp4(0).holding(0, 2);
            TakeStory withoutTail = mp4(0).holding(0, 2).closed(3, CloseReason.PAGE_LEFT);
            TakeStory whole = mp4(0).holding(0, 2).closed(2, CloseReason.PAGE_LEFT);
            HeldTake next = mp4(20).holding(0, 1).told();

            assertThat(entries(Playlist.of(List.of(open.told(), next), true))).hasSize(2);
            assertThat(entries(Playlist.of(List.of(withoutTail.told(), next), true)))
                    .hasSize(2);
            assertThat(entries(Playlist.of(List.of(whole.told(), next), true))).hasSize(3);
        }

        @Test
        void isNotHeldUpByATakeInWhichNothingWasRecorded() {
            HeldTake nothing = mp4(0).closed(-1, CloseReason.TRACK_ENDED).told();
            HeldTake next = mp4(20).holding(0, 2).told();

            assertThat(entries(Playlist.of(List.of(nothing, next), true))).hasSize(2);
        }

        @Test
        void onlyEverAppendsWhateverIsHeldInWhateverOrder() {
            List<HeldTake> story = List.of(
                    mp4(0).closed(4, CloseReason.PAGE_LEFT).told(),
                    mp4(30).closed(3, CloseReason.PAGE_LEFT).told(),
                    mp4(60).told());
            List<String> arrivals =
                    List.of("0/0", "0/1", "1/0", "0/3", "1/1", "0/2", "2/0", "2/2", "0/4", "1/3", "2/1", "1/2", "2/3");

            String before = "";
            for (int count = 1; count <= arrivals.size(); count++) {
                String now = Playlist.of(after(story, arrivals.subList(0, count)), true);
                assertThat(now).startsWith(before);
                before = now;
            }
            assertThat(entries(before)).hasSize(10);
            assertThat(Playlist.of(after(story, arrivals), false)).startsWith(before);
        }

        private static List<HeldTake> after(List<HeldTake> story, List<String> arrivals) {
            return story.stream()
                    .map(held -> new HeldTake(
                            held.take(),
                            mp4(0).holding(0, 4).told().segments().stream()
                                    .filter(segment ->
                                            arrivals.contains(story.indexOf(held) + "/" + segment.sequence()))
                                    .toList(),
                            List.of()))
                    .toList();
        }
    }

    @Nested
    class WhenItIsOver {

        @Test
        void goesOnBehindAHoleAtTheTrueTime() {
            TakeStory take = mp4(0).holding(0, 1).holding(4, 4);

            String playlist = Playlist.of(List.of(take.told()), false);

            assertThat(playlist).endsWith("""
                    segments/%1$s/1.m4s
                    #EXT-X-DISCONTINUITY
                    #EXT-X-MAP:URI="segments/%1$s/0.mp4"
                    #EXT-X-PROGRAM-DATE-TIME:2026-11-24T09:00:12.000Z
                    #EXTINF:4.000,
                    segments/%1$s/4.m4s
                    #EXT-X-ENDLIST
                    """.formatted(take.id()));
        }

        @Test
        void startsBehindAHoleThatFollowsTheHeader() {
            TakeStory take = mp4(0).holding(0, 0).holding(3, 3);

            assertThat(Playlist.of(List.of(take.told()), false)).contains("""
                    #EXT-X-MAP:URI="segments/%1$s/0.mp4"
                    #EXT-X-PROGRAM-DATE-TIME:2026-11-24T09:00:08.000Z
                    """.formatted(take.id()));
        }
    }

    private static List<String> entries(String playlist) {
        return Pattern.compile("^segments/(.+)\\.m4s$", Pattern.MULTILINE)
                .matcher(playlist)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<Double> lengths(String playlist) {
        List<Double> lengths = Pattern.compile("#EXTINF:([0-9.]+),")
                .matcher(playlist)
                .results()
                .map((MatchResult found) -> Double.valueOf(found.group(1)))
                .toList();
        assertThat(lengths).allMatch(seconds -> Math.round(seconds) <= TARGET);
        return lengths;
    }
}
