package org.knightswatch.roster;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.roster.RosterOutcome.Rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class RosterReaderTest {

    @Test
    void readsNamesInAnyScriptAndQuotedCommas() {
        RosterReader reader = reader("C-1,प्रिया देशमुख,priya@example.org,North\nC-2,\"Li, Bo \"\"Bobby\"\"\",,\n");

        assertThat(reader.next(10))
                .containsExactly(
                        new RosterRow("C-1", "प्रिया देशमुख", "priya@example.org", "North"),
                        new RosterRow("C-2", "Li, Bo \"Bobby\"", null, null));
        assertThat(reader.rejected()).isEmpty();
    }

    @Test
    void namesEachBadRowAndTakesTheOthers() {
        RosterReader reader = reader("""
                C-1,Bo Li,,
                ,Nobody,,
                C 3,Blank In Id,,
                C-4,,,
                C-5,Ona,o.lindqvist@,
                C-1,Bo Again,,
                C-7,Too,many,columns,here

                C-9,"Unclosed,,
                C-10,Last One,,South
                """);

        List<RosterRow> rows = reader.next(100);

        assertThat(rows).extracting(RosterRow::candidateId).containsExactly("C-1", "C-10");
        assertThat(reader.rejected())
                .extracting(Rejected::line, Rejected::code)
                .containsExactly(
                        tuple(3, ProblemCode.CANDIDATE_ID_MISSING),
                        tuple(4, ProblemCode.CANDIDATE_ID_INVALID),
                        tuple(5, ProblemCode.CANDIDATE_NAME_MISSING),
                        tuple(6, ProblemCode.EMAIL_INVALID),
                        tuple(7, ProblemCode.CANDIDATE_DUPLICATE),
                        tuple(8, ProblemCode.ROW_COLUMNS_WRONG),
                        tuple(10, ProblemCode.ROW_UNREADABLE));
        assertThat(reader.rejected().get(4).arguments()).containsExactly(2);
    }

    @Test
    void readsInBatchesAndSaysHowFarItIs() {
        RosterReader reader = reader("C-1,A,,\nC-2,B,,\nC-3,C,,\n");

        assertThat(reader.next(2)).hasSize(2);
        assertThat(reader.read()).isEqualTo(2);
        assertThat(reader.next(2)).hasSize(1);
        assertThat(reader.next(2)).isEmpty();
        assertThat(reader.read()).isEqualTo(3);
    }

    private static RosterReader reader(String rows) {
        return new RosterReader(new BufferedReader(new StringReader(rows)));
    }
}
