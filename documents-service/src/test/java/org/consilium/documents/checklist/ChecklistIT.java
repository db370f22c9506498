package org.consilium.documents.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.ChecklistItem;
import org.consilium.contracts.ChecklistItem.Level;
import org.consilium.contracts.ContractSamples;
import org.consilium.contracts.DocumentsEvent.DocumentAccepted;
import org.consilium.contracts.DocumentsEvent.DocumentPaged;
import org.consilium.contracts.DocumentsEvent.DocumentReceived;
import org.consilium.contracts.DocumentsEvent.RecordsAssessed;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.IntakeEvent.ParticipantRemoved;
import org.consilium.contracts.Relation;
import org.consilium.contracts.Source;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.ScannerDoor;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.consilium.kit.events.EventJson;
import org.consilium.stack.events.EventSchemas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@OnRealParts
class ChecklistIT {

    private static final UUID QUESTION = UUID.randomUUID();
    private static final ChecklistItem BLOOD =
            new ChecklistItem(
                    "blood-tests", Level.ESSENTIAL, List.of("11502-2"), 90, List.of(QUESTION));
    private static final ChecklistItem MEDICATION =
            new ChecklistItem("medication", Level.DESIRABLE, List.of("10160-0"), null, List.of());

    private final ACase aCase = ACase.opened();

    @Nested
    class The_records {

        @Test
        void are_not_judged_before_the_checklist_is_known() {
            accepted("11502-2", today());
            view().then().statusCode(200).body("items", empty()).body("complete", equalTo(false));
            assertThat(assessments()).isEmpty();
        }

        @Test
        void are_judged_at_submission_and_again_when_the_answer_changes() {
            aCase.submittedWith(BLOOD, MEDICATION);
            Soon.happens(() -> assessments().size() == 1);
            view().then()
                    .body("complete", equalTo(false))
                    .body("items.code", contains("blood-tests", "medication"))
                    .body("items[0].level", equalTo("essential"))
                    .body("items[0].state", equalTo("missing"))
                    .body("items[0].blocksQuestions", contains(QUESTION.toString()));

            accepted("11502-2", today().minusDays(200));
            view().then().body("items[0].state", equalTo("too-old"));
            var recent = accepted("11502-2", today());
            accepted("11502-2", today());

            Soon.happens(() -> assessments().size() == 2);
            view().then()
                    .body("complete", equalTo(true))
                    .body("items[0].state", equalTo("present"))
                    .body("items[0].documents.size()", equalTo(2))
                    .body("items[0].documents", org.hamcrest.Matchers.hasItem(recent.toString()));
            assertThat(assessments())
                    .containsExactly(
                            new RecordsAssessed(
                                    aCase.id(), false, Set.of("blood-tests"), Set.of("medication")),
                            new RecordsAssessed(aCase.id(), true, Set.of(), Set.of("medication")));
        }

        @Test
        void that_came_before_the_submission_count() {
            accepted("11502-2", today());
            aCase.submittedWith(BLOOD);
            Soon.happens(() -> assessments().size() == 1);
            assertThat(assessments().getFirst().complete()).isTrue();
        }
    }

    @Nested
    class What_is_still_being_examined {

        @AfterEach
        void the_scanner_is_there_again() {
            ScannerDoor.open();
        }

        @Test
        void is_not_called_missing_to_anybody() {
            ScannerDoor.shut();
            var blood = sent("a.pdf");
            aCase.submittedWith(BLOOD);
            Soon.happens(() -> view().path("items[0].state").equals("in-examination"));
            assertThat(assessments()).isEmpty();

            ScannerDoor.open();
            Soon.is(blood, "accepted");
            Soon.happens(() -> !assessments().isEmpty());
            assertThat(assessments())
                    .containsExactly(new RecordsAssessed(aCase.id(), true, Set.of(), Set.of()));
        }

        @Test
        void and_is_no_record_is_told_as_missing_then() {
            ScannerDoor.shut();
            var blood = sent("not-a-pdf.png");
            aCase.submittedWith(BLOOD);
            Soon.happens(() -> view().path("items[0].state").equals("in-examination"));

            ScannerDoor.open();
            Soon.is(blood, "rejected");
            Soon.happens(() -> !assessments().isEmpty());
            assertThat(assessments())
                    .containsExactly(
                            new RecordsAssessed(
                                    aCase.id(), false, Set.of("blood-tests"), Set.of()));
        }

        private UUID sent(String fileName) {
            var metadata = Tus.metadata(fileName, "11502-2");
            metadata.put("clinicalDate", today().toString());
            return Tus.uploaded(AMINA, aCase.id(), SampleFiles.pdf(), metadata);
        }
    }

    @Nested
    class A_repeated_event {

        @Test
        void changes_nothing() {
            aCase.submittedWith(BLOOD);
            Soon.happens(() -> assessments().size() == 1);
            var removed =
                    aCase.tell(
                            Source.INTAKE,
                            new ParticipantRemoved(
                                    aCase.id(), UUID.randomUUID(), Relation.CONTRIBUTOR));
            for (int i = 0; i < 20; i++) {
                ACase.send(removed);
            }
            aCase.tell(
                    Source.INTAKE,
                    new ParticipantRemoved(aCase.id(), UUID.randomUUID(), Relation.CONTRIBUTOR));
            Soon.happens(() -> heard() == 4);
            assertThat(assessments()).hasSize(1);
            assertThat(deadLetters()).isZero();
        }
    }

    @Nested
    class The_contract {

        @Test
        void of_each_published_event_is_kept_in_the_case_s_order() {
            aCase.submittedWith(BLOOD);
            accepted("11502-2", today());
            Soon.happens(() -> assessments().size() == 2);
            assertThat(
                            aCase.published().stream()
                                    .<Object>map(Object::getClass)
                                    .filter(type -> type != DocumentPaged.class)
                                    .toList())
                    .isEqualTo(
                            List.of(
                                    RecordsAssessed.class,
                                    DocumentReceived.class,
                                    DocumentAccepted.class,
                                    RecordsAssessed.class));
            for (var event : aCase.published()) {
                var name = EventTypes.nameOf(event.getClass());
                assertThat(EventSchemas.violations(name, EventJson.write(event))).isEmpty();
            }
        }

        @Test
        void of_each_event_from_intake_and_review_can_be_applied() {
            for (var source : List.of(Source.INTAKE, Source.REVIEW)) {
                for (var type : source.events().getPermittedSubclasses()) {
                    aCase.tell(source, ofThisCase(type.asSubclass(CaseEvent.class)));
                }
            }
            int told =
                    Source.INTAKE.events().getPermittedSubclasses().length
                            + Source.REVIEW.events().getPermittedSubclasses().length;
            Soon.happens(() -> heard() + deadLetters() >= told + 1);
            assertThat(deadLetters()).isZero();
        }

        private CaseEvent ofThisCase(Class<? extends CaseEvent> type) {
            var sample = ContractSamples.read(EventTypes.nameOf(type));
            var caseId = EventJson.read(sample, type).caseId().toString();
            return EventJson.read(sample.replace(caseId, aCase.id().toString()), type);
        }
    }

    private UUID accepted(String kind, LocalDate clinicalDate) {
        var metadata = Tus.metadata("a.pdf", kind);
        metadata.put("clinicalDate", clinicalDate.toString());
        var id = Tus.uploaded(AMINA, aCase.id(), SampleFiles.pdf(), metadata);
        Soon.is(id, "accepted");
        return id;
    }

    private List<RecordsAssessed> assessments() {
        return aCase.published().stream()
                .filter(RecordsAssessed.class::isInstance)
                .map(RecordsAssessed.class::cast)
                .toList();
    }

    private long heard() {
        return Database.number("select count(*) from inbox where case_id = ?", aCase.id());
    }

    private long deadLetters() {
        return Database.number("select count(*) from dead_letter where case_id = ?", aCase.id());
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    private io.restassured.response.Response view() {
        return Tus.as(AMINA).get("/api/documents/cases/{id}/checklist", aCase.id());
    }
}
