package org.knightswatch.transcript;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts rows back and never touches one that is there. Columns that this version does not know are left out. What exists
 * under another id, like an exam that was made anew by hand, takes in what belongs to it.
 */
final class RowWriter {

    private final Connection connection;
    private final Map<String, String> ids = new HashMap<>();

    RowWriter(Connection connection) {
        this.connection = connection;
    }

    /** Answers how many were not there before. */
    int write(CopiedTable table, List<Map<String, String>> rows) throws SQLException {
        Map<String, String> types = types(table);
        Map<Set<String>, List<Map<String, String>>> alike = rows.stream()
                .map(table::filled)
                .map(row -> mapped(row, types))
                .collect(Collectors.groupingBy(Map::keySet, LinkedHashMap::new, Collectors.toList()));
        int added = 0;
        for (List<Map<String, String>> group : alike.values()) {
            added += insert(table, types, group);
        }
        if (!table.naturalKey().isEmpty()) {
            for (Map<String, String> row : rows) {
                meet(table, types, row);
            }
        }
        return added;
    }

    private Map<String, String> mapped(Map<String, String> row, Map<String, String> types) {
        Map<String, String> mapped = new LinkedHashMap<>();
        types.keySet().stream()
                .filter(row::containsKey)
                .forEach(column -> mapped.put(column, ids.getOrDefault(row.get(column), row.get(column))));
        return mapped;
    }

    private int insert(CopiedTable table, Map<String, String> types, List<Map<String, String>> rows)
            throws SQLException {
        List<String> columns = new ArrayList<>(rows.get(0).keySet());
        String values = columns.stream().map(column -> cast(types, column)).collect(Collectors.joining(", "));
        String sql = "insert into " + table.table() + " (" + String.join(", ", columns) + ") values (" + values
                + ") on conflict do nothing";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Map<String, String> row : rows) {
                set(statement, columns, row);
                statement.addBatch();
            }
            int added = 0;
            for (int count : statement.executeBatch()) {
                added += count == Statement.SUCCESS_NO_INFO ? 1 : count;
            }
            return added;
        }
    }

    /** The id under which a row of this name is known here. */
    private void meet(CopiedTable table, Map<String, String> types, Map<String, String> row) throws SQLException {
        String where = table.naturalKey().stream()
                .map(column -> column + " = " + cast(types, column))
                .collect(Collectors.joining(" and "));
        try (PreparedStatement statement =
                connection.prepareStatement("select id from " + table.table() + " where " + where)) {
            set(statement, table.naturalKey(), mapped(row, types));
            try (ResultSet found = statement.executeQuery()) {
                if (found.next() && !found.getString(1).equals(row.get("id"))) {
                    ids.put(row.get("id"), found.getString(1));
                }
            }
        }
    }

    private static void set(PreparedStatement statement, List<String> columns, Map<String, String> row)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            statement.setString(i + 1, row.get(columns.get(i)));
        }
    }

    private static String cast(Map<String, String> types, String column) {
        return "cast(? as " + types.get(column) + ")";
    }

    private Map<String, String> types(CopiedTable table) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet nothing = statement.executeQuery("select * from " + table.table() + " where 1 = 0")) {
            ResultSetMetaData columns = nothing.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                types.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), columns.getColumnTypeName(i));
            }
        }
        return types;
    }
}
