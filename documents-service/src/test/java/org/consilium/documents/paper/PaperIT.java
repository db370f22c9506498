package org.consilium.documents.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.consilium.documents.People.CARLA;
import static org.consilium.documents.People.CHEN;
import static org.consilium.documents.People.MALLORY;
import static org.consilium.documents.paper.Photographs.COUNT_OF_RECORDS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.consilium.contracts.ChecklistItem;
import org.consilium.contracts.ChecklistItem.Level;
import org.consilium.contracts.DocumentsEvent.DocumentAccepted;
import org.consilium.contracts.DocumentsEvent.DocumentRearranged;
import org.consilium.contracts.DocumentsEvent.DocumentReceived;
import org.consilium.contracts.DocumentsEvent.DocumentRejected;
import org.consilium.contracts.DocumentsEvent.RecordsAssessed;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.consilium.documents.worker.TellingFiles;
import org.junit.jupiter.api.Test;

/** Several photographs that are one document. */
@OnRealParts
class PaperIT {

    private static final ChecklistItem BLOOD =
            new ChecklistItem("blood-tests", Level.ESSENTIAL, List.of("11502-2"), null, List.of());

    private final ACase aCase = ACase.opened().submittedWith(BLOOD);
    private final Photographs photographs = new Photographs(aCase);

    @Test
    void photographs_are_one_document_to_everybody_and_one_pdf_to_the_reviewer()
            throws IOException {
        var first = photographs.begin(3);
        var paper = first.paper();
        var second = photographs.add(paper, 2, TellingFiles.jpeg(6));
        assertThat(Soon.stateOf(paper)).isEqualTo("gathering");
        photographs.pages(AMINA, paper).then().body("wanted", contains(3));
        photographs
                .content(AMINA, paper)
                .then()
                .statusCode(409)
                .body("type", endsWith("pages-to-come"));
        photographs.add(paper, 3, TellingFiles.png());
        Soon.is(paper, "accepted");

        Tus.as(AMINA)
                .get("/api/documents/cases/{id}/documents", aCase.id())
                .then()
                .body("items.id", contains(paper.toString()))
                .body("items[0].pages", equalTo(3));
        Soon.happens(
                () ->
                        aCase.published()
                                .contains(
                                        new RecordsAssessed(aCase.id(), true, Set.of(), Set.of())));
        assertThat(aCase.published().stream().filter(DocumentReceived.class::isInstance))
                .hasSize(1);
        assertThat(aCase.published().stream().filter(DocumentAccepted.class::isInstance))
                .hasSize(1);
        photographs.copyIsMade(paper);
        assertThat(photographs.content(AMINA, second).asByteArray())
                .isEqualTo(TellingFiles.jpeg(6));
    }

    @Test
    void a_reviewer_reads_one_pdf_and_no_page_by_itself() throws IOException {
        var paper = photographs.begin(3).paper();
        var second = photographs.add(paper, 2, TellingFiles.jpeg(6));
        photographs.add(paper, 3, TellingFiles.png());
        Soon.is(paper, "accepted");
        aCase.reviewedBy(CHEN);
        Soon.happens(() -> photographs.content(CHEN, paper).statusCode() == 200);
        var pdf = photographs.content(CHEN, paper).asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
        }
        Tus.as(CHEN).get("/api/documents/{id}/pages/3", paper).then().statusCode(200);
        photographs.content(CHEN, second).then().statusCode(404);
        Tus.as(CHEN).get("/api/documents/{id}", second).then().statusCode(404);
        photographs.pages(CHEN, paper).then().statusCode(404);
        Tus.as(CHEN)
                .get("/api/documents/cases/{id}/documents", aCase.id())
                .then()
                .body("items.id", contains(paper.toString()));
    }

    @Test
    void a_bad_page_is_named_and_replaced_and_the_others_stay() {
        var first = photographs.begin(2);
        var paper = first.paper();
        var bad = photographs.add(paper, 2, SampleFiles.pdf());
        Soon.is(bad, "rejected");
        photographs
                .pages(CARLA, paper)
                .then()
                .body("wanted", contains(2))
                .body("photographs[1].reason", equalTo("name-and-content-disagree"))
                .body("photographs[0].state", equalTo("accepted"));
        var named =
                new DocumentRejected(aCase.id(), paper, AMINA.id(), "name-and-content-disagree", 2);
        Soon.happens(() -> aCase.published().contains(named));
        photographs.pages(MALLORY, paper).then().statusCode(404);

        photographs.add(paper, 2, TellingFiles.jpeg());
        Soon.is(paper, "accepted");
        photographs
                .pages(AMINA, paper)
                .then()
                .body("wanted", empty())
                .body("photographs", hasSize(2));
    }

    @Test
    void a_page_is_taken_again_and_the_old_one_stands_until_the_new_one_is_fit() {
        var first = photographs.begin(1);
        var paper = first.paper();
        Soon.is(paper, "accepted");
        var before = photographs.sha256(paper);
        var bad = photographs.add(paper, 1, SampleFiles.pdf());
        Soon.is(bad, "rejected");
        assertThat(photographs.sha256(paper)).isEqualTo(before);
        photographs.pages(AMINA, paper).then().body("wanted", empty());

        var better = photographs.add(paper, 1, TellingFiles.png());
        Soon.is(first.id(), "withdrawn");
        photographs.pages(AMINA, paper).then().body("photographs.id", contains(better.toString()));
        assertThat(photographs.sha256(paper)).isNotEqualTo(before);
        var told = new DocumentRearranged(aCase.id(), paper, 1, photographs.sha256(paper));
        Soon.happens(() -> aCase.published().contains(told));
        photographs.copyIsMade(paper);
    }

    @Test
    void pages_change_places_until_a_reviewer_reads() {
        var first = photographs.begin(3);
        var paper = first.paper();
        var second = photographs.add(paper, 2, TellingFiles.png());
        photographs
                .order(AMINA, paper, first.id())
                .then()
                .statusCode(409)
                .body("type", endsWith("pages-differ"));
        photographs.order(MALLORY, paper, second, first.id()).then().statusCode(404);
        photographs.order(CARLA, paper, second, first.id()).then().statusCode(403);
        photographs.order(AMINA, paper, second, first.id()).then().statusCode(204);
        Soon.is(paper, "accepted");
        photographs
                .pages(AMINA, paper)
                .then()
                .body("count", equalTo(2))
                .body("photographs.id", contains(second.toString(), first.id().toString()));
        photographs.order(AMINA, paper, first.id(), second).then().statusCode(204);
        photographs.copyIsMade(paper);

        aCase.reviewedBy(CHEN);
        Soon.happens(() -> photographs.content(CHEN, paper).statusCode() == 200);
        photographs
                .order(AMINA, paper, second, first.id())
                .then()
                .statusCode(409)
                .body("type", endsWith("in-review"));
        photographs.withdraw(AMINA, second).then().statusCode(409);
        photographs
                .reserve(AMINA, Map.of("filename", "x.jpg", "paper", paper.toString(), "page", "1"))
                .then()
                .statusCode(409);
    }

    @Test
    void a_page_is_left_out_and_the_last_one_goes_with_the_whole() {
        var first = photographs.begin(2);
        var paper = first.paper();
        var second = photographs.add(paper, 2, TellingFiles.png());
        Soon.is(paper, "accepted");
        photographs.withdraw(CARLA, first.id()).then().statusCode(403);
        photographs.withdraw(AMINA, first.id()).then().statusCode(204);
        photographs
                .pages(AMINA, paper)
                .then()
                .body("count", equalTo(1))
                .body("photographs.page", contains(1));
        photographs
                .withdraw(AMINA, second)
                .then()
                .statusCode(409)
                .body("type", endsWith("last-page"));
        photographs.withdraw(AMINA, paper).then().statusCode(204);
        assertThat(Soon.stateOf(second)).isEqualTo("withdrawn");
        Soon.happens(
                () ->
                        Database.number(
                                        "select count(*) from quarantine q join document d on d.id = q.document_id where d.case_id = ?",
                                        aCase.id())
                                == 0);
        photographs.content(AMINA, second).then().statusCode(404);
    }

    @Test
    void the_limits_are_told_before_and_held() {
        Tus.as(AMINA)
                .get("/api/documents/limits")
                .then()
                .body("photographs.maxPages", equalTo(20))
                .body("photographs.types.contentType", contains("image/jpeg", "image/png"));
        var paper = photographs.begin(1).paper();
        photographs
                .reserve(AMINA, Map.of("filename", "x.jpg", "paper", paper.toString(), "page", "3"))
                .then()
                .statusCode(409)
                .body("type", endsWith("no-such-page"));
        photographs
                .reserve(CARLA, Map.of("filename", "x.jpg", "paper", paper.toString(), "page", "1"))
                .then()
                .statusCode(403);
        Tus.reserve(
                        AMINA,
                        aCase.id(),
                        33L * 1024 * 1024,
                        Map.of("filename", "x.jpg", "paper", paper.toString(), "page", "1"))
                .then()
                .statusCode(413);
        Tus.reserve(
                        AMINA,
                        ACase.opened().submittedWith(BLOOD).id(),
                        10,
                        Map.of("filename", "x.jpg", "paper", paper.toString(), "page", "1"))
                .then()
                .statusCode(404);
        assertThat(COUNT_OF_RECORDS.apply(aCase.id())).isEqualTo(1);
    }

    @Test
    void whoever_holds_a_link_sends_pages_and_only_of_what_came_by_it() {
        var own = photographs.begin(2);
        var link = photographs.link(AMINA);
        var first =
                photographs.byLink(
                        link, Map.of("filename", "1.jpg", "kind", "11502-2", "pages", "2"));
        first.then().statusCode(201);
        var paper = UUID.fromString(first.header("Upload-Paper"));
        photographs
                .byLink(link, Map.of("filename", "2.jpg", "paper", paper.toString(), "page", "2"))
                .then()
                .statusCode(201);
        photographs
                .byLink(
                        link,
                        Map.of("filename", "2.jpg", "paper", own.paper().toString(), "page", "2"))
                .then()
                .statusCode(404);
        Tus.as(AMINA)
                .get("/api/documents/{id}", paper)
                .then()
                .body("state", equalTo("gathering"))
                .body("uploadedBy", equalTo(AMINA.id().toString()))
                .body("pageOf", nullValue());
    }
}
