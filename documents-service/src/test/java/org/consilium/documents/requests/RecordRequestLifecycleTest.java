package org.consilium.documents.requests;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.requests.RecordRequestLifecycle.ANSWER_WITHIN;
import static org.consilium.documents.requests.RecordRequestLifecycle.decide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ContractSamples;
import org.consilium.contracts.EventTypes;
import org.consilium.documents.checklist.Standing;
import org.consilium.documents.requests.Decision.Moved;
import org.consilium.documents.requests.RecordRequest.Arrived;
import org.consilium.documents.requests.RecordRequest.Drafted;
import org.consilium.documents.requests.RecordRequest.NoLongerNeeded;
import org.consilium.documents.requests.RecordRequest.Reminded;
import org.consilium.documents.requests.RecordRequest.Sent;
import org.consilium.documents.requests.RecordRequestCommand.CallOffRequest;
import org.consilium.documents.requests.RecordRequestCommand.NoteFilled;
import org.consilium.documents.requests.RecordRequestCommand.NoteRefusal;
import org.consilium.documents.requests.RecordRequestCommand.RemindHolder;
import org.consilium.documents.requests.RecordRequestCommand.SendRequest;
import org.consilium.documents.requests.Wanted.Channel;
import org.consilium.documents.requests.Wanted.Holder;
import org.consilium.kit.events.EventJson;
import org.consilium.stack.events.EventSchemas;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordRequestLifecycleTest {

    private static final Path DOCUMENT = Path.of("../docs/lifecycle.md");
    private static final String BEGIN = "<!-- lifecycle:record-request -->\n";
    private static final String END = "<!-- /lifecycle:record-request -->";

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Wanted WANTED =
            new Wanted(
                    new UUID(1, 1),
                    new UUID(2, 2),
                    Set.of("blood-tests", "histopathology"),
                    new Holder(new UUID(3, 3), "first-team"),
                    Channel.EMAIL,
                    new UUID(4, 4),
                    NOW);
    private static final Drafted DRAFTED = new Drafted(WANTED);
    private static final Sent SENT = new Sent(WANTED, NOW, NOW.plus(ANSWER_WITHIN));
    private static final Reminded REMINDED =
            new Reminded(WANTED, NOW, NOW, NOW.plus(ANSWER_WITHIN));
    private static final Arrived ARRIVED = new Arrived(WANTED, NOW, NOW);
    private static final List<RecordRequest> EACH_STATE =
            List.of(
                    DRAFTED,
                    SENT,
                    REMINDED,
                    ARRIVED,
                    new RecordRequest.Refused(WANTED, NOW, HolderReason.NOT_FOUND, NOW),
                    new NoLongerNeeded(WANTED, NOW));

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

    @Nested
    class A_draft {

        @Test
        void is_of_items_that_the_checklist_has_and_no_document_fills() {
            assertThat(draft(false, Set.of("case-notes"))).isInstanceOf(Moved.class);
            assertThat(draft(false, Set.of("blood-tests")))
                    .isEqualTo(new Decision.Refused(Refusal.ITEM_IS_THERE));
            assertThat(draft(true, Set.of()))
                    .isEqualTo(new Decision.Refused(Refusal.CASE_HAS_ENDED));
            assertThat(
                            RecordRequestLifecycle.draft(
                                    WANTED, new Standing(false, "", Map.of(), Set.of())))
                    .isEqualTo(new Decision.Refused(Refusal.NOT_ON_THE_CHECKLIST));
        }

        @Test
        void is_no_longer_needed_when_documents_fill_it_before_anybody_was_asked() {
            assertThat(decide(DRAFTED, filled("blood-tests", "histopathology")))
                    .isEqualTo(new Moved(new NoLongerNeeded(WANTED, NOW), List.of()));
        }

        private static Decision draft(boolean ended, Set<String> filled) {
            var kinds = new LinkedHashMap<String, List<String>>();
            WANTED.items().forEach(item -> kinds.put(item, List.of("11502-2")));
            return RecordRequestLifecycle.draft(WANTED, new Standing(ended, "C-1", kinds, filled));
        }
    }

    @Nested
    class A_request_that_went_out {

        @Test
        void is_answered_within_a_week_of_asking_and_of_asking_again() {
            var later = NOW.plusSeconds(60);
            assertThat(((Moved) decide(DRAFTED, new SendRequest(NOW))).to()).isEqualTo(SENT);
            assertThat(((Moved) decide(SENT, new RemindHolder(later))).to())
                    .isEqualTo(new Reminded(WANTED, NOW, later, later.plus(ANSWER_WITHIN)));
        }

        @Test
        void has_arrived_with_the_last_of_its_items_and_not_before() {
            assertThat(decide(SENT, filled("blood-tests"))).isEqualTo(new Moved(SENT, List.of()));
            assertThat(
                            ((Moved)
                                            decide(
                                                    REMINDED,
                                                    filled(
                                                            "blood-tests",
                                                            "histopathology",
                                                            "more")))
                                    .to())
                    .isEqualTo(ARRIVED);
        }
    }

    @Test
    void each_event_keeps_its_contract() {
        for (var moved :
                List.of(
                        decide(DRAFTED, new SendRequest(NOW)),
                        decide(SENT, filled("blood-tests", "histopathology")))) {
            var event = ((Moved) moved).because().getFirst();
            var name = EventTypes.nameOf(event.getClass());
            assertThat(EventSchemas.violations(name, EventJson.write(event))).isEmpty();
            assertThat(EventJson.read(ContractSamples.read(name), event.getClass())).isNotNull();
        }
    }

    private static NoteFilled filled(String... items) {
        return new NoteFilled(Set.of(items), NOW);
    }

    private static Map<String, RecordRequestCommand> oneOfEachCommand() {
        var commands = new LinkedHashMap<String, RecordRequestCommand>();
        commands.put("SendRequest", new SendRequest(NOW));
        commands.put("RemindHolder", new RemindHolder(NOW));
        commands.put("NoteFilled", filled("blood-tests", "histopathology"));
        commands.put("NoteRefusal", new NoteRefusal(HolderReason.NOT_FOUND, NOW));
        commands.put("CallOffRequest", new CallOffRequest(NOW));
        return commands;
    }

    private static String table() {
        var lines = new ArrayList<String>();
        lines.add("| the request is | and somebody may | then it is | which is told as |");
        lines.add("| --- | --- | --- | --- |");
        for (var request : EACH_STATE) {
            oneOfEachCommand()
                    .forEach(
                            (name, command) -> {
                                if (decide(request, command) instanceof Moved moved) {
                                    lines.add(line(request, name, moved));
                                }
                            });
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(RecordRequest request, String command, Moved moved) {
        return "| %s | %s | %s | %s |"
                .formatted(
                        request.state(),
                        command,
                        moved.to().state(),
                        moved.because().stream()
                                .map(event -> event.getClass().getSimpleName())
                                .collect(joining(", ")));
    }
}
