package org.consilium.kit.figures;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a figure. What is no code is no label, and there are only so many labels. */
final class FigureRows {

    static final int MOST = 50;

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,59}");
    private static final String NUMBER = "figure";

    private FigureRows() {}

    static List<MultiGauge.Row<?>> of(Figure figure, Connection database) throws SQLException {
        var found = new ArrayList<MultiGauge.Row<?>>();
        try (var statement = database.createStatement()) {
            statement.setMaxRows(MOST);
            statement.setQueryTimeout(5);
            try (var rows = statement.executeQuery(figure.sql())) {
                while (rows.next()) {
                    found.add(MultiGauge.Row.of(labels(rows), rows.getDouble(NUMBER)));
                }
            }
        }
        return found;
    }

    private static Tags labels(ResultSet row) throws SQLException {
        var labels = Tags.empty();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var name = columns.getColumnLabel(i);
            if (!name.equals(NUMBER)) {
                labels = labels.and(name, code(row.getString(i)));
            }
        }
        return labels;
    }

    static String code(String value) {
        return value != null && CODE.matcher(value).matches() ? value : "other";
    }
}
