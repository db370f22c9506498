package org.consilium.intake.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.kit.statistics.Suppression;
import org.consilium.kit.statistics.WilsonInterval;

/**
 * What the answers of a year come to, by programme, service and round.
 *
 * @param complete whether no answer can come any more. Before, only how many were asked and have
 *     answered is shown: staff see on a timeline when somebody answered, and whoever had the
 *     figures before and after it would have read that one answer
 * @param definitions what each word means, in the reader's language
 */
record OutcomeTable(int year, boolean complete, Map<String, String> definitions, List<Row> rows) {

    static final String ASKED = "asked";

    private static final List<String> DEFINED =
            List.of(
                    ASKED,
                    "answered",
                    "cases",
                    "share",
                    "interval95",
                    "left-out",
                    "complete",
                    "not-measured");

    /** How often this was said; of {@link #ASKED}, how often it was asked. */
    record Counted(
            String programme, String service, int day, String item, String value, int cases) {}

    /** One service of one programme, one round. What is absent is not shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String programme,
            String service,
            int day,
            Integer asked,
            Integer answered,
            List<ItemRow> items) {}

    record ItemRow(Item item, List<Cell> values) {}

    /** {@code share} of the answered, with its interval; without figures where it is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cell(String value, Integer cases, Double share, WilsonInterval interval95) {

        static Cell of(String value, int cases, int answered) {
            return new Cell(
                    value, cases, (double) cases / answered, WilsonInterval.of(cases, answered));
        }

        static Cell leftOut(String value) {
            return new Cell(value, null, null, null);
        }
    }

    static OutcomeTable of(int year, boolean complete, String language, List<Counted> counted) {
        var rows =
                counted.stream()
                        .collect(
                                Collectors.groupingBy(
                                        OutcomeTable::key, TreeMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(row -> row(row, complete))
                        .toList();
        return new OutcomeTable(year, complete, definitions(language), rows);
    }

    private static Map<String, String> definitions(String language) {
        var said = new LinkedHashMap<String, String>();
        DEFINED.forEach(
                code -> said.put(code, Questionnaire.WORDS.text("definition." + code, language)));
        return said;
    }

    private static String key(Counted counted) {
        return "%s %s %03d".formatted(counted.programme(), counted.service(), counted.day());
    }

    private static Row row(List<Counted> counted, boolean complete) {
        var about = counted.getFirst();
        int asked = cases(counted, ASKED, ASKED);
        // Whoever answers answers every item.
        int answered = of(counted, Item.FOLLOWED).stream().mapToInt(Integer::intValue).sum();
        var items =
                Stream.of(Item.values())
                        .map(item -> new ItemRow(item, cells(item, of(counted, item))))
                        .toList();
        return new Row(
                about.programme(),
                about.service(),
                about.day(),
                Suppression.hidesAll(asked) ? null : asked,
                Suppression.hidesAll(answered) ? null : answered,
                complete && !Suppression.hidesAll(answered) ? items : List.of());
    }

    private static List<Cell> cells(Item item, List<Integer> cases) {
        int[] row = cases.stream().mapToInt(Integer::intValue).toArray();
        int answered = cases.stream().mapToInt(Integer::intValue).sum();
        var hidden = Suppression.hidden(row);
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < row.length; i++) {
            var value = item.sayable().get(i);
            cells.add(hidden.get(i) ? Cell.leftOut(value) : Cell.of(value, row[i], answered));
        }
        return cells;
    }

    private static List<Integer> of(List<Counted> counted, Item item) {
        Function<String, Integer> cases = value -> cases(counted, item.code(), value);
        return item.sayable().stream().map(cases).toList();
    }

    private static int cases(List<Counted> counted, String item, String value) {
        return counted.stream()
                .filter(one -> one.item().equals(item) && one.value().equals(value))
                .mapToInt(Counted::cases)
                .sum();
    }
}
