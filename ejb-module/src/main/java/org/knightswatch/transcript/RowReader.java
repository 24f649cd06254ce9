package org.knightswatch.transcript;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Reads the rows of an attempt as text that every database reads again. */
final class RowReader {

    private final Connection connection;

    RowReader(Connection connection) {
        this.connection = connection;
    }

    List<Map<String, String>> read(CopiedTable table, UUID attempt) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(table.query())) {
            statement.setObject(1, attempt);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(row(table, found));
                }
            }
        }
        return rows;
    }

    private static Map<String, String> row(CopiedTable table, ResultSet found) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        ResultSetMetaData columns = found.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnName(i).toLowerCase(Locale.ROOT);
            String value = value(found, i, columns.getColumnType(i));
            if (value != null && !table.isPersonal(name)) {
                row.put(name, value);
            }
        }
        return row;
    }

    private static String value(ResultSet found, int column, int type) throws SQLException {
        if (found.getObject(column) == null) {
            return null;
        }
        return switch (type) {
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                found.getObject(column, OffsetDateTime.class).toInstant().toString();
            case Types.BIT, Types.BOOLEAN -> Boolean.toString(found.getBoolean(column));
            default -> found.getString(column);
        };
    }
}
