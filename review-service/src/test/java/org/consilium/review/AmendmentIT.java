package org.consilium.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consilium.review.world.Situation.AMINA;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.ReviewEvent.OpinionAmended;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.events.EventJson;
import org.consilium.review.world.Drafts;
import org.consilium.review.world.Feed;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class AmendmentIT {

    private static final Map<String, Object> WHY =
            Map.of("reason", "correction", "text", "The tumour is on the left side.");

    @Test
    void an_amendment_takes_the_way_of_the_first_version_and_each_stays_readable()
            throws IOException {
        var situation = Situation.releasedByLena();
        var firstLetter = AMINA.get(situation.path("/letter")).asByteArray();
        begin(situation);
        rewrite(situation, "رسولی بائیں جانب ہے، اور آپریشن ہو سکتا ہے۔");
        LENA.post(situation.path("/quality-review/return"), Drafts.findingOf(signed(situation)))
                .then()
                .statusCode(200)
                .body("state", equalTo("released"))
                .body("standing.amendment.step", equalTo("writing"));
        var second = signed(situation);
        situation.pass();
        readsTheFirst(AMINA, situation);
        LENA.get(situation.path("/opinion?version=2")).then().body("opinionId", equalTo(second));
        LENA.post(situation.path("/release"), null).then().statusCode(200);

        AMINA.get(situation.path("/opinion"))
                .then()
                .body("opinionId", equalTo(second))
                .body("version", equalTo(2))
                .body("replaces.version", equalTo(1))
                .body("replaces.reason", equalTo("correction"))
                .body("replaces.text", equalTo(WHY.get("text")));
        AMINA.get(situation.path("/opinion?version=1"))
                .then()
                .body("version", equalTo(1))
                .body("replacedBy", equalTo(2))
                .body("content.summary", equalTo("تشخیص درست ہے۔"));
        assertThat(AMINA.get(situation.path("/letter?version=1")).asByteArray())
                .isEqualTo(firstLetter);
        try (var pdf = Loader.loadPDF(AMINA.get(situation.path("/letter")).asByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains((String) WHY.get("text"));
        }
        AMINA.get(situation.path("/opinion?version=3")).then().statusCode(404);
        isTold(situation, second);
    }

    @Test
    void the_patient_hears_and_reads_nothing_of_it_before_its_release() {
        var situation = Situation.releasedByLena();
        begin(situation);
        rewrite(situation, "Something else.");
        readsTheFirst(AMINA, situation);
        OKAFOR.get(situation.path("/opinion"))
                .then()
                .body("status", equalTo("draft"))
                .body("replaces.version", equalTo(1))
                .body("content.summary", equalTo("Something else."));
        OKAFOR.get(situation.path("/opinion?version=1")).then().body("status", equalTo("signed"));
        AMINA.get(situation.path("")).then().body("standing.amendment", nullValue());
        LENA.get(situation.path("")).then().body("standing.amendment.version", equalTo(2));
        assertThat(amendments(situation)).isEmpty();
    }

    @Test
    void one_that_is_let_be_leaves_the_opinion_as_it_was_released() {
        var situation = Situation.releasedByLena();
        begin(situation);
        OKAFOR.post(situation.path("/amendment"), WHY)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:consilium:problem:amendment-under-way"));
        OKAFOR.post(situation.path("/amendment/withdrawal"), null).then().statusCode(200);
        OKAFOR.get(situation.path("/opinion")).then().body("status", equalTo("signed"));
        OKAFOR.sign(situation.path(""), Drafts.signatureOf("okafor")).then().statusCode(409);
        OKAFOR.put(situation.path("/opinion"), Drafts.empty(), "\"2\"")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:consilium:problem:no-amendment-being-written"));
    }

    @Test
    void what_was_written_of_one_that_was_let_be_is_lost_to_nobody() {
        var situation = Situation.releasedByLena();
        begin(situation);
        rewrite(situation, "Half of a correction.");
        LENA.get(situation.path("/amendments"))
                .then()
                .body("[0].text", equalTo(WHY.get("text")))
                .body("[0].left", nullValue());
        LENA.post(situation.path("/amendment/withdrawal"), null).then().statusCode(200);

        LENA.get(situation.path("/amendments"))
                .then()
                .body("[0].outcome", equalTo("let-be"))
                .body("[0].endedBy", equalTo(LENA.id().toString()))
                .body("[0].left.summary", equalTo("Half of a correction."));
        for (var other : List.of(AMINA, new Person("chen"), new Person("carla"))) {
            other.get(situation.path("/amendments")).then().statusCode(404);
        }
        begin(situation);
        OKAFOR.get(situation.path("/opinion"))
                .then()
                .body("content.summary", equalTo("Half of a correction."));
        assertThat(types(situation))
                .containsSubsequence(
                        "review.amendment-begun.v1",
                        "review.amendment-ended.v1",
                        "review.amendment-begun.v1");
    }

    @Test
    void one_that_ends_with_the_case_is_told_and_kept_for_the_leads() {
        var situation = Situation.releasedByLena();
        begin(situation);
        rewrite(situation, "The side was mixed up.");
        Feed.tell(new CaseClosed(situation.caseId(), "patient-died"));
        await().atMost(20, SECONDS).until(() -> OKAFOR.get(situation.path("")).statusCode() == 404);
        LENA.get(situation.path("/amendments"))
                .then()
                .body("[0].outcome", equalTo("case-closed"))
                .body("[0].left.summary", equalTo("The side was mixed up."));
        assertThat(types(situation)).endsWith("review.amendment-ended.v1");
    }

    @Test
    void it_is_signed_by_the_rules_of_the_first() {
        var situation = Situation.releasedByLena();
        begin(situation);
        var draft = Drafts.complete(UUID.randomUUID());
        draft.put("summary", " ");
        write(situation, draft);
        OKAFOR.sign(situation.path(""), Drafts.signatureOf("okafor"))
                .then()
                .statusCode(422)
                .body("errors.rule", contains("empty-summary", "dangling-citation"));
    }

    @Test
    void only_the_author_amends_and_says_why() {
        var situation = Situation.releasedByLena();
        for (var stranger : List.of(LENA, AMINA, new Person("chen"), new Person("carla"))) {
            stranger.post(situation.path("/amendment"), WHY).then().statusCode(404);
        }
        for (var nothing :
                List.of(
                        Map.of("reason", "correction", "text", " "),
                        Map.of("reason", "because", "text", "x"),
                        Map.of("text", "x"))) {
            OKAFOR.post(situation.path("/amendment"), nothing).then().statusCode(400);
        }
    }

    @Test
    void it_takes_no_place_in_the_capacity() {
        var situation = Situation.releasedByLena();
        long before = openReviews();
        begin(situation);
        signed(situation);
        situation.pass();
        assertThat(openReviews()).isEqualTo(before);
    }

    @Test
    void the_end_of_the_case_leaves_what_its_author_has_signed() {
        var situation = Situation.releasedByLena();
        begin(situation);
        signed(situation);
        Feed.tell(new CaseClosed(situation.caseId(), "answered"));
        await().atMost(20, SECONDS).until(() -> OKAFOR.get(situation.path("")).statusCode() == 404);
        situation.pass();
        LENA.post(situation.path("/release"), null).then().statusCode(200);
        AMINA.get(situation.path("/opinion")).then().body("version", equalTo(2));
        assertThat(amendments(situation))
                .singleElement()
                .satisfies(told -> assertThat(told.followUpUntil()).isNull());
    }

    private static void begin(Situation situation) {
        OKAFOR.post(situation.path("/amendment"), WHY).then().statusCode(200);
    }

    private static void rewrite(Situation situation, String summary) {
        var draft = Drafts.complete(situation.aDocument());
        draft.put("summary", summary);
        write(situation, draft);
    }

    private static void write(Situation situation, Map<String, Object> draft) {
        var etag = OKAFOR.get(situation.path("/opinion")).header("ETag");
        OKAFOR.put(situation.path("/opinion"), draft, etag).then().statusCode(200);
    }

    private static String signed(Situation situation) {
        return situation.sign();
    }

    private static void readsTheFirst(Person reader, Situation situation) {
        reader.get(situation.path("/opinion"))
                .then()
                .body("version", equalTo(1))
                .body("replacedBy", nullValue());
        reader.get(situation.path("/opinion?version=2")).then().statusCode(404);
        reader.get(situation.path("/letter?version=2")).then().statusCode(404);
    }

    private static void isTold(Situation situation, String second) {
        assertThat(amendments(situation))
                .singleElement()
                .satisfies(
                        told -> {
                            assertThat(told.opinionId()).hasToString(second);
                            assertThat(told.version()).isEqualTo(2);
                            assertThat(told.replaces()).isEqualTo(1);
                        });
    }

    private static long openReviews() {
        return Sql.count(
                "select open_reviews from reviewer where person = ?", new Person("okafor").id());
    }

    private static List<OpinionAmended> amendments(Situation situation) {
        return published(situation)
                .filter(event -> event.type().equals("review.opinion-amended.v1"))
                .map(event -> EventJson.read(event.data(), OpinionAmended.class))
                .toList();
    }

    private static List<String> types(Situation situation) {
        return published(situation).map(event -> event.type()).toList();
    }

    private static Stream<Envelope> published(Situation situation) {
        await().atMost(20, SECONDS)
                .until(
                        () ->
                                Sql.count(
                                                "select count(*) from outbox where case_id = ?",
                                                situation.caseId())
                                        == 0);
        return Feed.published(situation.caseId()).stream();
    }
}
