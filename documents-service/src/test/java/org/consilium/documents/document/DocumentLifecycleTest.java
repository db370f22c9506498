package org.consilium.documents.document;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.document.DocumentLifecycle.decide;
import static org.consilium.documents.document.SampleDocuments.BYTES;
import static org.consilium.documents.document.SampleDocuments.NOW;
import static org.consilium.documents.document.SampleDocuments.SHA256;
import static org.consilium.documents.document.SampleDocuments.UPLOADER;
import static org.consilium.documents.document.SampleDocuments.aBloodTest;
import static org.consilium.documents.document.SampleDocuments.accepted;
import static org.consilium.documents.document.SampleDocuments.discarded;
import static org.consilium.documents.document.SampleDocuments.oneOfEachCommand;
import static org.consilium.documents.document.SampleDocuments.oneOfEachState;
import static org.consilium.documents.document.SampleDocuments.oneOfEachTranslation;
import static org.consilium.documents.document.SampleDocuments.received;
import static org.consilium.documents.document.SampleDocuments.receivedTranslation;
import static org.consilium.documents.document.SampleDocuments.rejected;
import static org.consilium.documents.document.SampleDocuments.undated;
import static org.consilium.documents.document.SampleDocuments.uploaded;
import static org.consilium.documents.document.SampleDocuments.whatTakesTranslationsAway;
import static org.consilium.documents.document.SampleDocuments.withdrawn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.contracts.ContractSamples;
import org.consilium.contracts.DocumentsEvent;
import org.consilium.contracts.DocumentsEvent.TranslationAdded;
import org.consilium.contracts.EventTypes;
import org.consilium.documents.document.Decision.Moved;
import org.consilium.documents.document.Decision.Refused;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.DocumentCommand.AcceptDocument;
import org.consilium.documents.document.DocumentCommand.CompleteUpload;
import org.consilium.documents.document.DocumentCommand.DateDocument;
import org.consilium.documents.document.DocumentCommand.DiscardUpload;
import org.consilium.documents.document.DocumentCommand.KeepBytes;
import org.consilium.documents.document.DocumentCommand.RejectDocument;
import org.consilium.documents.document.DocumentCommand.WithdrawDocument;
import org.consilium.documents.document.Reservation.CarryOver;
import org.consilium.documents.paper.Form;
import org.consilium.kit.events.EventJson;
import org.consilium.stack.events.EventSchemas;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DocumentLifecycleTest {

    private static final Path DOCUMENT = Path.of("../docs/lifecycle.md");
    private static final String BEGIN = "<!-- lifecycle:document -->\n";
    private static final String END = "<!-- /lifecycle:document -->";

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
    class A_record_that_is_carried_over {

        private final Accepted source = accepted();

        @Test
        void is_accepted_at_once_and_told_as_any_other() {
            var moved = (Moved) carry(BYTES, false);
            assertThat(moved.to())
                    .isEqualTo(
                            new Accepted(
                                    aBloodTest(), source.sha256(), NOW, source.contentType(), NOW));
            assertThat(moved.because())
                    .extracting(event -> event.getClass().getSimpleName())
                    .containsExactly("DocumentReceived", "DocumentAccepted");
        }

        @Test
        void counts_against_the_same_limits() {
            assertThat(carry(BYTES, true)).isEqualTo(new Refused(Refusal.CASE_HAS_ENDED));
            assertThat(carry(BYTES - 1, false)).isEqualTo(new Refused(Refusal.TOO_LARGE));
        }

        private Decision carry(long maxBytes, boolean ended) {
            return DocumentLifecycle.carry(
                    new CarryOver(aBloodTest(), source, maxBytes, ended, NOW));
        }
    }

    @Nested
    class Room {

        @Test
        void is_reserved_up_to_the_limit_to_the_byte() {
            assertThat(reserve(BYTES, false, 0)).isInstanceOf(Moved.class);
            assertThat(reserve(BYTES - 1, false, 0)).isEqualTo(new Refused(Refusal.TOO_LARGE));
        }

        @Test
        void is_refused_once_the_case_has_ended() {
            assertThat(reserve(BYTES, true, 0)).isEqualTo(new Refused(Refusal.CASE_HAS_ENDED));
        }

        @Test
        void is_refused_while_too_much_is_unfinished() {
            assertThat(reserve(BYTES, false, Reservation.MAX_UNFINISHED))
                    .isEqualTo(new Refused(Refusal.TOO_MANY_UNFINISHED));
        }

        private Decision reserve(long maxBytes, boolean ended, int unfinished) {
            return DocumentLifecycle.reserve(
                    new Reservation(aBloodTest(), NOW, maxBytes, ended, unfinished));
        }
    }

    @Nested
    class An_upload {

        @Test
        void grows_byte_by_byte_and_tells_nobody() {
            assertThat(decide(uploaded(400), new KeepBytes(400, 1)))
                    .isEqualTo(new Moved(uploaded(401), List.of()));
        }

        @Test
        void continues_only_at_its_first_missing_byte() {
            for (long offset : new long[] {0, 399, 401, BYTES}) {
                assertThat(decide(uploaded(400), new KeepBytes(offset, 1)))
                        .isEqualTo(new Refused(Refusal.NOT_THE_NEXT_BYTE));
            }
        }

        @Test
        void takes_no_byte_more_than_announced() {
            assertThat(decide(uploaded(400), new KeepBytes(400, 601)))
                    .isEqualTo(new Refused(Refusal.MORE_THAN_ANNOUNCED));
            assertThat(decide(uploaded(400), new KeepBytes(400, Long.MAX_VALUE)))
                    .isEqualTo(new Refused(Refusal.MORE_THAN_ANNOUNCED));
        }

        @Test
        void is_complete_with_its_last_byte_and_not_before() {
            assertThat(decide(uploaded(BYTES - 1), new CompleteUpload(SHA256, NOW)))
                    .isEqualTo(new Refused(Refusal.NOT_ALL_BYTES_HERE));
            assertThat(decide(uploaded(BYTES), new CompleteUpload(SHA256, NOW)))
                    .isInstanceOf(Moved.class);
        }

        @Test
        void is_not_given_up_once_all_of_it_is_here() {
            assertThat(decide(uploaded(BYTES), new DiscardUpload(NOW)))
                    .isEqualTo(new Refused(Refusal.UPLOAD_IS_COMPLETE));
        }
    }

    @Test
    void only_a_received_document_is_accepted_or_rejected_and_only_once() {
        for (var document : oneOfEachState()) {
            boolean mayMove = document.equals(received());
            assertThat(decide(document, new AcceptDocument("image/png", NOW)) instanceof Moved)
                    .isEqualTo(mayMove);
            assertThat(
                            decide(document, new RejectDocument(RejectionReason.BROKEN, NOW))
                                    instanceof Moved)
                    .isEqualTo(mayMove);
        }
    }

    @Test
    void what_has_ended_does_not_move() {
        for (var document : List.of(rejected(), discarded(), withdrawn())) {
            for (var command : oneOfEachCommand()) {
                assertThat(decide(document, command)).isInstanceOf(Refused.class);
            }
        }
    }

    @Nested
    class Whoever_sent_a_record {

        @Test
        void says_once_when_it_was_made() {
            var moved = (Moved) decide(undated(), dated(UPLOADER));
            assertThat(moved.to().about().clinicalDate()).isEqualTo(DATE);
            assertThat(decide(moved.to(), dated(UPLOADER)))
                    .isEqualTo(new Refused(Refusal.DATE_IS_KNOWN));
        }

        @Test
        void takes_it_back_until_somebody_reviews() {
            assertThat(decide(accepted(), new WithdrawDocument(UPLOADER, true, NOW)))
                    .isEqualTo(new Refused(Refusal.IN_REVIEW));
            assertThat(decide(accepted(), new WithdrawDocument(UPLOADER, false, NOW)))
                    .isInstanceOf(Moved.class);
        }

        @Test
        void is_nobody_else() {
            var other = new UUID(7, 8);
            assertThat(decide(undated(), dated(other)))
                    .isEqualTo(new Refused(Refusal.NOT_THE_UPLOADER));
            assertThat(decide(accepted(), new WithdrawDocument(other, false, NOW)))
                    .isEqualTo(new Refused(Refusal.NOT_THE_UPLOADER));
        }
    }

    private static final LocalDate DATE = LocalDate.of(2026, 11, 2);

    private static DateDocument dated(UUID by) {
        return new DateDocument(DATE, by);
    }

    @Test
    void each_event_keeps_its_contract_and_carries_no_file_name() {
        var told =
                Stream.of(
                                oneOfEachState().stream().flatMap(d -> eventsOf(d).stream()),
                                ((Moved) decide(undated(), dated(UPLOADER))).because().stream(),
                                translationAdded().because().stream())
                        .flatMap(events -> events)
                        .toList();
        assertThat(told).hasSize(9);
        for (var event : told) {
            var json = EventJson.write(event);
            var name = EventTypes.nameOf(event.getClass());
            assertThat(EventSchemas.violations(name, json)).isEmpty();
            assertThat(json).doesNotContain(aBloodTest().fileName());
            assertThat(EventJson.read(ContractSamples.read(name), event.getClass())).isNotNull();
        }
    }

    @Test
    void a_translation_is_told_as_one_and_never_as_a_record() {
        assertThat(translationAdded().because())
                .containsExactly(
                        new TranslationAdded(
                                aBloodTest().caseId(),
                                aBloodTest().documentId(),
                                new UUID(7, 7),
                                SHA256,
                                "ur",
                                "en",
                                UPLOADER,
                                "human"));
    }

    private static Moved translationAdded() {
        return (Moved) decide(receivedTranslation(), new AcceptDocument("text/plain", NOW));
    }

    private static List<DocumentsEvent> eventsOf(Document document) {
        return oneOfEachCommand().stream()
                .map(command -> decide(document, command))
                .filter(Moved.class::isInstance)
                .flatMap(moved -> ((Moved) moved).because().stream())
                .toList();
    }

    private static String table() {
        var lines = new ArrayList<String>();
        lines.add("| the document is | and somebody may | then it is | which is told as |");
        lines.add("| --- | --- | --- | --- |");
        for (var document : oneOfEachState()) {
            lines.addAll(lines(document, oneOfEachCommand()));
        }
        for (var document : oneOfEachTranslation()) {
            lines.addAll(lines(document, whatTakesTranslationsAway()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> lines(Document document, List<DocumentCommand> commands) {
        return commands.stream()
                .filter(command -> decide(document, command) instanceof Moved)
                .map(command -> line(document, command, (Moved) decide(document, command)))
                .toList();
    }

    private static String line(Document document, DocumentCommand command, Moved moved) {
        return "| %s | %s | %s | %s |"
                .formatted(
                        name(document),
                        command.getClass().getSimpleName(),
                        name(moved.to()),
                        moved.because().stream()
                                .map(event -> event.getClass().getSimpleName())
                                .collect(joining(", ")));
    }

    private static String name(Document document) {
        var state =
                document.about().form() instanceof Form.Translation
                        ? document.state() + " translation"
                        : document.state();
        return document instanceof Uploading(var about, var offset, _) && offset == about.bytes()
                ? state + " (all bytes here)"
                : state;
    }
}
