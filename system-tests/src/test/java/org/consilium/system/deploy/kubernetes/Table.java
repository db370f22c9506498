package org.consilium.system.deploy.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The rows of a table in one of the pages beside the manifests. */
final class Table {

    private Table() {}

    /**
     * Of the table whose first column is called so; each cell is what stands in it, separated by
     * commas.
     */
    static Stream<List<List<String>>> rows(String page, String firstColumn) {
        try (var lines = Files.lines(Overlay.FILES.resolve(page))) {
            return lines
                    .dropWhile(line -> !line.startsWith("| " + firstColumn + " |"))
                    .takeWhile(line -> line.startsWith("|"))
                    .skip(2)
                    .map(Table::cells)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isFor(Overlay overlay, List<String> where) {
        return where.contains("all")
                || Arrays.stream(overlay.name().split(" ")).anyMatch(where::contains);
    }

    private static List<List<String>> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|"))
                .map(cell -> Arrays.stream(cell.strip().split(", ")).map(Table::plain).toList())
                .toList();
    }

    private static String plain(String word) {
        return word.replace("`", "").strip();
    }
}
