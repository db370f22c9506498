package org.consilium.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.contracts.DocumentsEvent.DocumentDated;
import org.consilium.contracts.DocumentsEvent.DocumentPaged;
import org.consilium.contracts.DocumentsEvent.DocumentWithdrawn;
import org.consilium.review.world.Drafts;
import org.consilium.review.world.Feed;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** What is cited is there: the record, and the page of it. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class CitationIT {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    @Test
    void of_a_page_that_the_record_has_not_is_refused_with_record_and_page() {
        var situation = Situation.underReviewByOkafor();
        var document = situation.aDocument();
        Feed.tell(new DocumentPaged(situation.caseId(), document, 2));
        awaitRow("document_id = ? and pages = 2", document);
        write(situation, document, 3, "\"0\"");

        refusedWith(situation, "citations." + document + ".page.3", "no-such-page");

        write(situation, document, 2, "\"1\"");
        situation.sign();
    }

    @Test
    void of_a_record_that_was_taken_back_leads_nowhere() {
        var situation = Situation.underReviewByOkafor();
        var kept = situation.aDocument();
        var document = situation.aDocument();
        Feed.tell(new DocumentWithdrawn(situation.caseId(), document, Person.id("amina")));
        Feed.tell(new DocumentDated(situation.caseId(), kept, DAY));
        awaitRow("document_id = ? and clinical_date = date '2026-10-01'", kept);
        write(situation, document, 1, "\"0\"");

        refusedWith(situation, "citations." + document, "dangling-citation");
    }

    private static void awaitRow(String where, UUID document) {
        await().atMost(20, SECONDS)
                .until(
                        () ->
                                Sql.count(
                                                "select count(*) from case_document where " + where,
                                                document)
                                        == 1);
    }

    private static void write(Situation situation, UUID document, int page, String etag) {
        var draft = Drafts.complete(document);
        draft.put(
                "citations",
                List.of(Map.of("documentId", document.toString(), "page", page, "note", "CT")));
        OKAFOR.put(situation.path("/opinion"), draft, etag).then().statusCode(200);
    }

    private static void refusedWith(Situation situation, String field, String rule) {
        OKAFOR.sign(situation.path(""), Drafts.signatureOf("okafor"))
                .then()
                .statusCode(422)
                .body("errors.field", contains(field))
                .body("errors.rule", contains(rule));
    }
}
