package org.consilium.documents.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.document.DocumentLifecycle.decide;
import static org.consilium.documents.document.SampleDocuments.BYTES;
import static org.consilium.documents.document.SampleDocuments.NOW;
import static org.consilium.documents.document.SampleDocuments.SHA256;
import static org.consilium.documents.document.SampleDocuments.UPLOADER;
import static org.consilium.documents.document.SampleDocuments.accepted;
import static org.consilium.documents.document.SampleDocuments.acceptedTranslation;
import static org.consilium.documents.document.SampleDocuments.oneOfEachState;
import static org.consilium.documents.document.SampleDocuments.receivedTranslation;
import static org.consilium.documents.document.SampleDocuments.uploadingTranslation;

import java.util.List;
import java.util.UUID;
import org.consilium.contracts.ContractSamples;
import org.consilium.contracts.DocumentsEvent.DocumentWithdrawn;
import org.consilium.contracts.DocumentsEvent.TranslationRetracted;
import org.consilium.contracts.EventTypes;
import org.consilium.documents.document.Decision.Moved;
import org.consilium.documents.document.Decision.Refused;
import org.consilium.documents.document.Document.Discarded;
import org.consilium.documents.document.Document.Retracted;
import org.consilium.documents.document.Document.Withdrawn;
import org.consilium.documents.document.DocumentCommand.CompleteUpload;
import org.consilium.documents.document.DocumentCommand.LoseSource;
import org.consilium.documents.document.DocumentCommand.RetractTranslation;
import org.consilium.documents.document.DocumentCommand.WithdrawDocument;
import org.consilium.documents.paper.Form.Fault;
import org.consilium.kit.events.EventJson;
import org.consilium.stack.events.EventSchemas;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TranslationRulesTest {

    private static final UUID COORDINATOR = new UUID(4, 4);

    @Nested
    class With_its_source {

        @Test
        void goes_whatever_is_still_on_its_way() {
            for (long here : new long[] {0, 400, BYTES}) {
                var moved = (Moved) decide(uploadingTranslation(here), new LoseSource(NOW));
                assertThat(moved.to()).isInstanceOf(Discarded.class);
                assertThat(moved.because()).isEmpty();
                assertThat(decide(moved.to(), new CompleteUpload(SHA256, NOW)))
                        .isEqualTo(new Refused(Refusal.UPLOAD_WAS_DISCARDED));
            }
        }

        @Test
        void goes_what_is_examined_or_accepted_and_it_is_told() {
            for (var document : List.of(receivedTranslation(), acceptedTranslation())) {
                var about = document.about();
                assertThat(decide(document, new LoseSource(NOW)))
                        .isEqualTo(
                                new Moved(
                                        new Withdrawn(about, NOW),
                                        List.of(
                                                new DocumentWithdrawn(
                                                        about.caseId(),
                                                        about.documentId(),
                                                        UPLOADER))));
            }
        }

        @Test
        void goes_nothing_that_is_no_translation() {
            for (var document : oneOfEachState()) {
                assertThat(decide(document, new LoseSource(NOW))).isInstanceOf(Refused.class);
            }
        }
    }

    @Nested
    class A_wrong_one {

        @Test
        void is_taken_back_by_whoever_translated_and_by_a_coordinator() {
            assertThat(decide(acceptedTranslation(), retract(UPLOADER, false)))
                    .isInstanceOf(Moved.class);
            assertThat(decide(acceptedTranslation(), retract(COORDINATOR, true)))
                    .isInstanceOf(Moved.class);
            assertThat(decide(acceptedTranslation(), retract(COORDINATOR, false)))
                    .isEqualTo(new Refused(Refusal.NOT_THE_UPLOADER));
        }

        @Test
        void is_an_accepted_translation_once_and_nothing_else() {
            var retracted = ((Moved) decide(acceptedTranslation(), retract(UPLOADER, false))).to();
            for (var document :
                    List.of(
                            accepted(),
                            receivedTranslation(),
                            uploadingTranslation(BYTES),
                            retracted)) {
                assertThat(decide(document, retract(COORDINATOR, true)))
                        .isEqualTo(new Refused(Refusal.NOT_A_TRANSLATION));
            }
        }

        @Test
        void is_told_with_a_code_and_no_words_and_kept_as_such() {
            var moved = (Moved) decide(acceptedTranslation(), retract(COORDINATOR, true));
            var told = (TranslationRetracted) moved.because().getFirst();
            var name = EventTypes.nameOf(TranslationRetracted.class);
            assertThat(told.fault()).isEqualTo("wrong-meaning");
            assertThat(told.retractedBy()).isEqualTo(COORDINATOR);
            assertThat(EventSchemas.violations(name, EventJson.write(told))).isEmpty();
            assertThat(EventJson.read(ContractSamples.read(name), TranslationRetracted.class))
                    .isNotNull();
            var row = new DocumentRow();
            row.store(moved.to());
            assertThat(((Retracted) row.toDocument()).fault()).isEqualTo(Fault.WRONG_MEANING);
        }

        @Test
        void is_not_taken_back_without_saying_what_is_wrong() {
            assertThat(decide(acceptedTranslation(), new WithdrawDocument(UPLOADER, false, NOW)))
                    .isEqualTo(new Refused(Refusal.NOT_A_RECORD));
        }

        private RetractTranslation retract(UUID by, boolean coordinates) {
            return new RetractTranslation(by, coordinates, Fault.WRONG_MEANING, NOW);
        }
    }
}
