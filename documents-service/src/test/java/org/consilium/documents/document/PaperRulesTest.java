package org.consilium.documents.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.document.DocumentLifecycle.decide;
import static org.consilium.documents.document.SampleDocuments.NOW;
import static org.consilium.documents.document.SampleDocuments.UPLOADER;
import static org.consilium.documents.document.SampleDocuments.aBloodTest;
import static org.consilium.documents.document.SampleDocuments.aLetter;
import static org.consilium.documents.document.SampleDocuments.bothPages;
import static org.consilium.documents.document.SampleDocuments.gathering;
import static org.consilium.documents.document.SampleDocuments.photograph;

import java.util.List;
import java.util.UUID;
import org.consilium.contracts.ContractSamples;
import org.consilium.contracts.DocumentsEvent;
import org.consilium.contracts.DocumentsEvent.DocumentAccepted;
import org.consilium.contracts.DocumentsEvent.DocumentRearranged;
import org.consilium.contracts.DocumentsEvent.DocumentReceived;
import org.consilium.contracts.DocumentsEvent.DocumentRejected;
import org.consilium.contracts.EventTypes;
import org.consilium.documents.document.Decision.Moved;
import org.consilium.documents.document.Decision.Refused;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Document.Gathering;
import org.consilium.documents.document.Document.Received;
import org.consilium.documents.document.DocumentCommand.AcceptDocument;
import org.consilium.documents.document.DocumentCommand.CompleteUpload;
import org.consilium.documents.document.DocumentCommand.LeaveOutPage;
import org.consilium.documents.document.DocumentCommand.NotePages;
import org.consilium.documents.document.DocumentCommand.OrderPages;
import org.consilium.documents.document.DocumentCommand.PlacePage;
import org.consilium.documents.document.DocumentCommand.RejectDocument;
import org.consilium.documents.paper.Form.Page;
import org.consilium.documents.paper.Form.Paper;
import org.consilium.documents.paper.Pages;
import org.consilium.documents.paper.PaperPage;
import org.consilium.kit.events.EventJson;
import org.consilium.stack.events.EventSchemas;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PaperRulesTest {

    private static final UUID FIRST = new UUID(9, 1);
    private static final UUID SECOND = new UUID(9, 2);

    @Nested
    class A_paper {

        @Test
        void is_one_record_when_its_last_page_is_accepted_and_not_before() {
            var one =
                    new Pages(List.of(photograph(1, 1, "accepted"), photograph(2, 2, "received")));
            assertThat(decide(gathering(), note(one))).isEqualTo(new Moved(gathering(), List.of()));

            var whole = (Moved) decide(gathering(), note(bothPages()));
            assertThat(whole.to()).isInstanceOf(Accepted.class);
            assertThat(whole.to().about().bytes()).isEqualTo(1_000);
            assertThat(whole.because())
                    .hasExactlyElementsOfTypes(DocumentReceived.class, DocumentAccepted.class);
        }

        @Test
        void names_a_bad_page_and_keeps_the_others() {
            var bad =
                    new Pages(List.of(photograph(1, 1, "accepted"), photograph(2, 2, "rejected")));
            var about = gathering().about();
            assertThat(decide(gathering(), note(bad)))
                    .isEqualTo(
                            new Moved(
                                    gathering(),
                                    List.of(
                                            new DocumentRejected(
                                                    about.caseId(),
                                                    about.documentId(),
                                                    UPLOADER,
                                                    "broken",
                                                    2))));
        }

        @Test
        void stays_whole_when_what_should_replace_a_page_is_bad() {
            var whole = whole();
            var pages =
                    new Pages(
                            List.of(
                                    photograph(1, 1, "accepted"),
                                    photograph(2, 2, "accepted"),
                                    photograph(3, 2, "rejected")));
            var noted = (Moved) decide(whole, new NotePages(pages, 2, new UUID(9, 3), NOW));
            assertThat(noted.to()).isEqualTo(whole);
            assertThat(noted.because()).hasOnlyElementsOfType(DocumentRejected.class);
        }

        @Test
        void is_another_one_when_its_order_is() {
            var turned =
                    new Pages(
                            List.of(
                                    photograph(2, 1, "accepted"),
                                    new PaperPage(
                                            FIRST, 2, "accepted", 500, "cd".repeat(32), null)));
            var noted = (Moved) decide(whole(), new NotePages(turned, 2, null, NOW));
            assertThat(((Accepted) noted.to()).sha256()).isNotEqualTo(whole().sha256());
            assertThat(noted.because()).hasOnlyElementsOfType(DocumentRearranged.class);
            keepTheirContract(noted.because());
        }

        @Test
        void expects_no_more_pages_than_its_order_names() {
            var three = new Gathering(aLetter(3));
            assertThat(decide(three, order(FIRST, SECOND)))
                    .isEqualTo(new Moved(new Gathering(aLetter(2)), List.of()));
        }

        @Test
        void is_ordered_by_those_only_who_know_all_its_pages() {
            for (var order :
                    List.of(
                            order(FIRST),
                            order(FIRST, FIRST),
                            order(FIRST, SECOND, new UUID(9, 3)))) {
                assertThat(decide(gathering(), order)).isEqualTo(new Refused(Refusal.PAGES_DIFFER));
                assertThat(decide(whole(), order)).isEqualTo(new Refused(Refusal.PAGES_DIFFER));
            }
        }

        @Test
        void stays_as_it_is_while_a_reviewer_reads() {
            assertThat(decide(whole(), new PlacePage(1, UPLOADER, true)))
                    .isEqualTo(new Refused(Refusal.IN_REVIEW));
            assertThat(
                            decide(
                                    whole(),
                                    new OrderPages(
                                            List.of(SECOND, FIRST), bothPages(), UPLOADER, true)))
                    .isEqualTo(new Refused(Refusal.IN_REVIEW));
            assertThat(decide(aPage(), new LeaveOutPage(UPLOADER, true, false, NOW)))
                    .isEqualTo(new Refused(Refusal.IN_REVIEW));
        }

        @Test
        void grows_by_a_page_at_its_end_up_to_the_limit() {
            assertThat(decide(gathering(), new PlacePage(3, UPLOADER, false)))
                    .isEqualTo(new Moved(new Gathering(aLetter(3)), List.of()));
            assertThat(decide(gathering(), new PlacePage(4, UPLOADER, false)))
                    .isEqualTo(new Refused(Refusal.NO_SUCH_PAGE));
            var full = new Gathering(aLetter(Paper.MOST_PAGES));
            assertThat(decide(full, new PlacePage(Paper.MOST_PAGES + 1, UPLOADER, false)))
                    .isEqualTo(new Refused(Refusal.NO_SUCH_PAGE));
            assertThat(decide(whole(), new PlacePage(3, UPLOADER, false)))
                    .isEqualTo(new Refused(Refusal.NO_SUCH_PAGE));
        }

        @Test
        void is_nobody_else_s_to_arrange() {
            var other = new UUID(7, 8);
            var refused = new Refused(Refusal.NOT_THE_UPLOADER);
            assertThat(decide(gathering(), new PlacePage(1, other, false))).isEqualTo(refused);
            assertThat(
                            decide(
                                    gathering(),
                                    new OrderPages(
                                            List.of(FIRST, SECOND), bothPages(), other, false)))
                    .isEqualTo(refused);
            assertThat(decide(aPage(), new LeaveOutPage(other, false, false, NOW)))
                    .isEqualTo(refused);
        }
    }

    @Nested
    class A_page {

        @Test
        void tells_nobody_by_itself_what_becomes_of_it() {
            var about = aPage().about();
            var uploaded = new Document.Uploading(about, about.bytes(), NOW);
            for (var moved :
                    List.of(
                            decide(uploaded, new CompleteUpload(aPage().sha256(), NOW)),
                            decide(aPage(), new AcceptDocument("image/jpeg", NOW)),
                            decide(aPage(), new RejectDocument(RejectionReason.BROKEN, NOW)))) {
                assertThat(((Moved) moved).because()).isEmpty();
            }
        }

        @Test
        void is_left_out_unless_it_is_the_last() {
            assertThat(decide(aPage(), new LeaveOutPage(UPLOADER, false, false, NOW)))
                    .isInstanceOf(Moved.class);
            assertThat(decide(aPage(), new LeaveOutPage(UPLOADER, false, true, NOW)))
                    .isEqualTo(new Refused(Refusal.LAST_PAGE));
        }
    }

    private static Received aPage() {
        var whole = aBloodTest();
        var about =
                new Particulars(
                        FIRST,
                        whole.caseId(),
                        whole.kind(),
                        whole.clinicalDate(),
                        whole.language(),
                        whole.firstOpinion(),
                        "page.jpg",
                        UPLOADER,
                        500,
                        NOW,
                        new Page(whole.documentId()));
        return new Received(about, "ab".repeat(32), NOW);
    }

    private static Accepted whole() {
        return (Accepted) ((Moved) decide(gathering(), note(bothPages()))).to();
    }

    private static NotePages note(Pages pages) {
        return new NotePages(pages, 2, SECOND, NOW);
    }

    private static OrderPages order(UUID... ids) {
        return new OrderPages(List.of(ids), bothPages(), UPLOADER, false);
    }

    private static void keepTheirContract(List<DocumentsEvent> told) {
        for (var event : told) {
            var name = EventTypes.nameOf(event.getClass());
            assertThat(EventSchemas.violations(name, EventJson.write(event))).isEmpty();
            assertThat(EventJson.read(ContractSamples.read(name), event.getClass())).isNotNull();
        }
    }
}
