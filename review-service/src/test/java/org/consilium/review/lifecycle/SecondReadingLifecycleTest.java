package org.consilium.review.lifecycle;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.review.lifecycle.Refusal.LEADS_READ_EVERYTHING;
import static org.consilium.review.lifecycle.Refusal.NOT_ALLOWED_IN_THIS_STATE;
import static org.consilium.review.lifecycle.Refusal.NOT_A_THIRD_PERSON;
import static org.consilium.review.lifecycle.Refusal.NOT_THE_REVIEWER_ASKED;
import static org.consilium.review.lifecycle.Refusal.SECOND_READING_DIFFERS;
import static org.consilium.review.lifecycle.Refusal.SECOND_READING_NOT_COMPARED;
import static org.consilium.review.lifecycle.Refusal.SECOND_READING_WAITS;
import static org.consilium.review.lifecycle.SecondReadingLifecycle.decide;
import static org.consilium.review.lifecycle.SecondReadingLifecycle.holds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.review.lifecycle.SecondReading.Adjudicated;
import org.consilium.review.lifecycle.SecondReading.Asked;
import org.consilium.review.lifecycle.SecondReading.Committed;
import org.consilium.review.lifecycle.SecondReading.Compared;
import org.consilium.review.lifecycle.SecondReading.InAdjudication;
import org.consilium.review.lifecycle.SecondReading.StoodDown;
import org.consilium.review.lifecycle.SecondReading.UnderWay;
import org.consilium.review.lifecycle.SecondReading.Wanted;
import org.consilium.review.lifecycle.SecondReading.Why;
import org.consilium.review.lifecycle.SecondReading.Window;
import org.consilium.review.lifecycle.SecondReadingCommand.AcceptSecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.AdjudicateReadings;
import org.consilium.review.lifecycle.SecondReadingCommand.AskSecondReader;
import org.consilium.review.lifecycle.SecondReadingCommand.CommitSecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.CompareReadings;
import org.consilium.review.lifecycle.SecondReadingCommand.DeclineSecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.EndSecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.ExpireSecondReading;
import org.consilium.review.lifecycle.SecondReadingCommand.ReportNoSecondReader;
import org.consilium.review.lifecycle.SecondReadingCommand.Verdict;
import org.consilium.review.lifecycle.SecondReadingLifecycle.Decision;
import org.consilium.review.lifecycle.SecondReadingLifecycle.Decision.Moved;
import org.consilium.review.lifecycle.SecondReadingLifecycle.Decision.Refused;
import org.junit.jupiter.api.Test;

class SecondReadingLifecycleTest {

    private static final Path DOCUMENT = Path.of("../docs/lifecycle.md");
    private static final String BEGIN = "<!-- lifecycle:second-reading -->\n";
    private static final String END = "<!-- /lifecycle:second-reading -->";

    private static final UUID CASE = new UUID(1, 1);
    private static final UUID READER = new UUID(1, 2);
    private static final UUID SOMEONE_ELSE = new UUID(1, 3);
    private static final UUID AUTHOR = new UUID(1, 4);
    private static final UUID CHECKER = new UUID(1, 5);
    private static final UUID LEAD = new UUID(1, 6);
    private static final UUID OPINION = new UUID(2, 1);
    private static final UUID SIGNED_ANEW = new UUID(2, 2);
    private static final Instant SOON = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-21T08:00:00Z");
    private static final Window FIRST = new Window(1, SOON);
    private static final Window LAST = new Window(2, SOON);

    /** {@code -Dupdate.docs=true} writes the table into the document. */
    @Test
    void the_whole_machine_is_the_table_in_the_document() throws IOException {
        var text = Files.readString(DOCUMENT);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(DOCUMENT, text.substring(0, from) + table() + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).isEqualTo(table());
        }
    }

    private static String table() {
        var lines = new ArrayList<String>();
        lines.add("| the second reading is | and somebody may | then it is | which is told as |");
        lines.add("| --- | --- | --- | --- |");
        for (var reading : oneOfEachState()) {
            for (var command : oneOfEachCommand()) {
                if (decide(reading, command) instanceof Moved moved) {
                    lines.add(line(reading, command, moved));
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(SecondReading reading, SecondReadingCommand command, Moved moved) {
        return "| %s | %s | %s | %s |"
                .formatted(
                        stateOf(reading),
                        nameOf(command),
                        stateOf(moved.to()),
                        moved.because().stream()
                                .map(event -> event.getClass().getSimpleName())
                                .collect(joining(", ")));
    }

    private static String stateOf(SecondReading reading) {
        var name =
                reading.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(java.util.Locale.ROOT);
        return switch (reading) {
            case Asked asked when asked.window().equals(LAST) -> name + " (last window)";
            case UnderWay it when it.window().equals(LAST) -> name + " (last window)";
            default -> name;
        };
    }

    private static String nameOf(SecondReadingCommand command) {
        var name = command.getClass().getSimpleName();
        return switch (command) {
            case CompareReadings c ->
                    name
                            + (c.differs() ? ": differs" : ": does not differ")
                            + (c.opinionId().equals(OPINION) ? "" : ", signed anew");
            case AdjudicateReadings c -> name + ": " + c.verdict();
            default -> name;
        };
    }

    private static List<SecondReading> oneOfEachState() {
        return List.of(
                new Wanted(CASE, FIRST, Set.of()),
                anAsked(FIRST),
                anAsked(LAST),
                underWay(FIRST),
                underWay(LAST),
                new Committed(CASE, READER),
                new Compared(CASE, READER, OPINION),
                new InAdjudication(CASE, READER, OPINION),
                new Adjudicated(CASE, READER, OPINION, LEAD),
                new StoodDown(CASE, Why.NOBODY_FOUND));
    }

    private static List<SecondReadingCommand> oneOfEachCommand() {
        return List.of(
                new AskSecondReader(READER),
                new ReportNoSecondReader(),
                new AcceptSecondReading(READER, false, LATER),
                new DeclineSecondReading(READER, LATER),
                new ExpireSecondReading(READER, LATER),
                new CommitSecondReading(READER),
                new CompareReadings(LEAD, AUTHOR, OPINION, false),
                new CompareReadings(LEAD, AUTHOR, OPINION, true),
                new CompareReadings(LEAD, AUTHOR, SIGNED_ANEW, false),
                decided(LEAD, Verdict.FIRST_STANDS),
                decided(LEAD, Verdict.SECOND_STANDS),
                decided(LEAD, Verdict.DISCUSS),
                new EndSecondReading());
    }

    private static AdjudicateReadings decided(UUID lead, Verdict verdict) {
        return new AdjudicateReadings(lead, Set.of(AUTHOR, CHECKER), OPINION, verdict);
    }

    private static Asked anAsked(Window window) {
        return new Asked(CASE, window, Set.of(), READER);
    }

    private static UnderWay underWay(Window window) {
        return new UnderWay(CASE, window, Set.of(), READER, LATER);
    }

    private static Decision refused(Refusal why) {
        return new Refused(why);
    }

    @Test
    void only_whoever_is_asked_accepts_declines_and_reads() {
        assertThat(decide(anAsked(FIRST), new AcceptSecondReading(SOMEONE_ELSE, false, LATER)))
                .isEqualTo(refused(NOT_THE_REVIEWER_ASKED));
        assertThat(decide(anAsked(FIRST), new DeclineSecondReading(SOMEONE_ELSE, LATER)))
                .isEqualTo(refused(NOT_THE_REVIEWER_ASKED));
        assertThat(decide(underWay(FIRST), new CommitSecondReading(SOMEONE_ELSE)))
                .isEqualTo(refused(NOT_THE_REVIEWER_ASKED));
    }

    @Test
    void whoever_leads_may_read_what_the_author_writes_and_so_reads_nothing_a_second_time() {
        assertThat(decide(anAsked(FIRST), new AcceptSecondReading(READER, true, LATER)))
                .isEqualTo(refused(LEADS_READ_EVERYTHING));
    }

    @Test
    void a_declined_one_goes_to_the_next_in_the_same_window() {
        assertThat(decide(anAsked(LAST), new DeclineSecondReading(READER, LATER)))
                .isEqualTo(new Moved(new Wanted(CASE, LAST, Set.of(READER)), List.of()));
    }

    @Test
    void there_is_one_window_more_and_no_third() {
        assertThat(decide(anAsked(FIRST), new ExpireSecondReading(READER, LATER)))
                .isEqualTo(
                        new Moved(
                                new Wanted(CASE, new Window(2, LATER), Set.of(READER)), List.of()));
        assertThat(decide(anAsked(LAST), new ExpireSecondReading(READER, LATER)))
                .isEqualTo(new Moved(new StoodDown(CASE, Why.NOBODY_ACCEPTED), List.of()));
    }

    @Test
    void a_clock_of_somebody_who_is_not_asked_any_more_changes_nothing() {
        assertThat(decide(anAsked(FIRST), new ExpireSecondReading(SOMEONE_ELSE, LATER)))
                .isEqualTo(refused(NOT_ALLOWED_IN_THIS_STATE));
    }

    @Test
    void neither_the_reader_nor_the_author_compares() {
        for (var involved : List.of(READER, AUTHOR)) {
            assertThat(
                            decide(
                                    new Committed(CASE, READER),
                                    new CompareReadings(involved, AUTHOR, OPINION, true)))
                    .isEqualTo(refused(NOT_A_THIRD_PERSON));
        }
    }

    @Test
    void neither_the_reader_nor_the_author_nor_who_checked_decides() {
        for (var involved : List.of(READER, AUTHOR, CHECKER)) {
            assertThat(
                            decide(
                                    new InAdjudication(CASE, READER, OPINION),
                                    decided(involved, Verdict.FIRST_STANDS)))
                    .isEqualTo(refused(NOT_A_THIRD_PERSON));
        }
    }

    @Test
    void each_opinion_is_compared_once() {
        assertThat(
                        decide(
                                new Compared(CASE, READER, OPINION),
                                new CompareReadings(LEAD, AUTHOR, OPINION, true)))
                .isEqualTo(refused(NOT_ALLOWED_IN_THIS_STATE));
    }

    @Test
    void an_opinion_waits_for_a_reading_for_its_comparison_and_for_the_decision() {
        assertThat(holds(anAsked(FIRST), OPINION)).contains(SECOND_READING_WAITS);
        assertThat(holds(underWay(FIRST), OPINION)).contains(SECOND_READING_WAITS);
        assertThat(holds(new Committed(CASE, READER), OPINION))
                .contains(SECOND_READING_NOT_COMPARED);
        assertThat(holds(new InAdjudication(CASE, READER, OPINION), OPINION))
                .contains(SECOND_READING_DIFFERS);
        assertThat(holds(new Compared(CASE, READER, OPINION), OPINION)).isEmpty();
        assertThat(holds(new Adjudicated(CASE, READER, OPINION, LEAD), OPINION)).isEmpty();
        assertThat(holds(new StoodDown(CASE, Why.OVERDUE), OPINION)).isEmpty();
    }

    @Test
    void what_was_compared_or_decided_of_another_opinion_lets_none_pass() {
        for (var reading :
                List.of(
                        new Compared(CASE, READER, OPINION),
                        new InAdjudication(CASE, READER, OPINION),
                        new Adjudicated(CASE, READER, OPINION, LEAD))) {
            assertThat(holds(reading, SIGNED_ANEW)).contains(SECOND_READING_NOT_COMPARED);
        }
    }
}
