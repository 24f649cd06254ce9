package org.knightswatch.roster;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.knightswatch.exam.ExamId;

/**
 * Reads a roster file into an exam. Each batch of rows is a transaction; a file that broke off half way is simply
 * imported again, because what stands already stays as it is.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // minutes of upload hold no connection
public class RosterService {

    private static final int BATCH = 500;

    @Inject
    RosterRows rows;

    @Inject
    RosterSettings settings;

    public RosterOutcome importCsv(ExamId exam, InputStream csv) {
        try (RosterFile file = RosterFile.receive(csv, settings.megabytes())) {
            UUID running = rows.begin(exam, file.rows());
            RosterReader reader = new RosterReader(file.open());
            RosterOutcome outcome = new RosterOutcome(0, 0, 0, reader.rejected());
            List<RosterRow> batch = reader.next(BATCH);
            while (!batch.isEmpty()) {
                outcome = outcome.plus(rows.keep(exam, batch, running, reader.read()));
                batch = reader.next(BATCH);
            }
            rows.end(exam, running, outcome);
            return outcome;
        }
    }

    public Optional<RosterProgress> progress(ExamId exam) {
        return rows.progress(exam);
    }
}
