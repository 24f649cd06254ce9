package org.knightswatch.roster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.roster.RosterOutcome.Rejected;

/** Reads a roster line by line: a line that can't be read spoils no other. */
final class RosterReader {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(false).get();
    private static final int COLUMNS = 4;

    private final BufferedReader lines;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private int line = 1;

    RosterReader(BufferedReader lines) {
        this.lines = lines;
    }

    /** Good rows, up to {@code most}; fewer only at the end. */
    List<RosterRow> next(int most) {
        List<RosterRow> rows = new ArrayList<>(most);
        try {
            while (rows.size() < most) {
                String text = lines.readLine();
                if (text == null) {
                    break;
                }
                line++;
                if (!text.isBlank()) {
                    read(text, rows);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    /** How many rows were read so far, whatever became of them. */
    int read() {
        return line - 1;
    }

    private void read(String text, List<RosterRow> rows) {
        String id = "";
        try {
            List<String> columns = columns(text);
            id = columns.get(0);
            RosterRow row = RosterRow.of(id, columns.get(1), columns.get(2), columns.get(3));
            Integer first = seen.putIfAbsent(row.candidateId(), line);
            if (first != null) {
                throw FieldProblem.of("candidate_id", ProblemCode.CANDIDATE_DUPLICATE, first)
                        .asException();
            }
            rows.add(row);
        } catch (ProctoringException e) {
            FieldProblem problem = e.fields().get(0);
            rejected.add(new Rejected(line, id, problem.code(), problem.arguments()));
        }
    }

    private static List<String> columns(String text) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() != 1 || records.get(0).size() != COLUMNS) {
                throw FieldProblem.of(
                                "row",
                                ProblemCode.ROW_COLUMNS_WRONG,
                                COLUMNS,
                                records.get(0).size())
                        .asException();
            }
            return records.get(0).toList();
        } catch (IOException | UncheckedIOException e) {
            throw FieldProblem.of("row", ProblemCode.ROW_UNREADABLE).asException();
        }
    }
}
