package org.consilium.documents.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.consilium.documents.People.CARLA;
import static org.consilium.documents.People.CHEN;
import static org.consilium.documents.People.LENA;
import static org.consilium.documents.People.MALLORY;
import static org.consilium.documents.People.OKAFOR;
import static org.consilium.documents.People.OLGA;
import static org.consilium.documents.People.TARIQ;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.contracts.IntakeEvent.ParticipantRemoved;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent.AmendmentBegun;
import org.consilium.contracts.ReviewEvent.AmendmentEnd;
import org.consilium.contracts.ReviewEvent.AmendmentEnded;
import org.consilium.contracts.ReviewEvent.FollowUpAnswered;
import org.consilium.contracts.ReviewEvent.FollowUpAsked;
import org.consilium.contracts.ReviewEvent.OpinionAmended;
import org.consilium.contracts.ReviewEvent.OpinionReleased;
import org.consilium.contracts.ReviewEvent.ReadingCommitted;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.contracts.ReviewEvent.ReviewWithdrawn;
import org.consilium.contracts.Source;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.People;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.consilium.stack.requests.AtOnce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@OnRealParts
class ReadingIT {

    private static final byte[] FILE = SampleFiles.pdfOf(200_000);

    private final ACase aCase = ACase.opened();
    private UUID record;

    @BeforeEach
    void a_record_is_accepted() {
        record = accepted("خون \"1\".pdf", false);
    }

    @Nested
    class A_download {

        @Test
        void is_the_uploaded_bytes_to_be_saved_and_not_run() {
            var answer = content(AMINA, record);
            answer.then()
                    .statusCode(200)
                    .header("Content-Type", "application/pdf")
                    .header("Content-Length", Integer.toString(FILE.length))
                    .header("Transfer-Encoding", nullValue())
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "sandbox")
                    .header("Cache-Control", "no-store")
                    .header("Accept-Ranges", "bytes")
                    .header("ETag", notNullValue())
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"___ _1_.pdf\"; filename*=UTF-8''%D8%AE%D9%88%D9%86%20_1_.pdf");
            assertThat(answer.asByteArray()).isEqualTo(FILE);
        }

        @Test
        void may_be_a_range() {
            var answer = range("bytes=70000-70099");
            answer.then()
                    .statusCode(206)
                    .header("Content-Length", "100")
                    .header("Transfer-Encoding", nullValue())
                    .header("Content-Range", "bytes 70000-70099/200000");
            assertThat(answer.asByteArray()).isEqualTo(Arrays.copyOfRange(FILE, 70_000, 70_100));
            assertThat(range("bytes=-10").asByteArray())
                    .isEqualTo(Arrays.copyOfRange(FILE, 199_990, 200_000));
        }

        @Test
        void of_a_range_outside_the_file_is_none() {
            for (var range : List.of("bytes=200000-", "bytes=99999999999999999999-")) {
                range(range)
                        .then()
                        .statusCode(416)
                        .header("Content-Range", "bytes */200000")
                        .contentType("application/problem+json")
                        .body("type", endsWith("range-outside"));
            }
        }

        @Test
        void is_not_sent_again_to_whoever_has_it() {
            var etag = content(AMINA, record).header("ETag");
            var again =
                    Tus.as(AMINA)
                            .header("If-None-Match", "\"another\", W/" + etag)
                            .get("/api/documents/{id}/content", record);
            again.then().statusCode(304).header("ETag", etag);
            assertThat(again.asByteArray()).isEmpty();
            assertThat(readings("document_id = ?")).isEqualTo(1);
        }

        @Test
        void is_whole_when_the_client_holds_another_version() {
            Tus.as(AMINA)
                    .header("Range", "bytes=0-9")
                    .header("If-Range", "\"another\"")
                    .get("/api/documents/{id}/content", record)
                    .then()
                    .statusCode(200);
        }

        @Test
        void is_written_down_once_each_time_and_a_refused_one_not_at_all() {
            content(AMINA, record);
            range("bytes=5-9");
            range("bytes=200000-");
            content(MALLORY, record);
            assertThat(readings("document_id = ?")).isEqualTo(2);
            assertThat(readings("first_byte = 5 and last_byte = 9 and document_id = ?"))
                    .isEqualTo(1);
            assertThat(
                            Database.text(
                                    "select min(reader) from content_reading where document_id = ?",
                                    record))
                    .isEqualTo("person:" + AMINA.id());
        }

        private Response range(String range) {
            return Tus.as(AMINA).header("Range", range).get("/api/documents/{id}/content", record);
        }

        private long readings(String which) {
            return Database.number("select count(*) from content_reading where " + which, record);
        }
    }

    @Nested
    class A_stranger {

        @Test
        void finds_nothing_wherever_they_look() {
            var file = Tus.metadata("a.pdf", "11502-2");
            var looks = new AtOnce();
            for (var person : new People[] {MALLORY, OLGA, OKAFOR}) {
                looks.and(() -> content(person, record).then().statusCode(404))
                        .and(() -> receipt(person, record).then().statusCode(404))
                        .and(() -> list(person).then().statusCode(404))
                        .and(() -> checklist(person).then().statusCode(404))
                        .and(
                                () ->
                                        Tus.reserve(person, aCase.id(), 10, file)
                                                .then()
                                                .statusCode(404));
            }
            looks.send();
        }

        @Test
        void finds_the_same_where_there_is_nothing() {
            receipt(MALLORY, UUID.randomUUID()).then().statusCode(404);
            assertThat(receipt(MALLORY, UUID.randomUUID()).asString())
                    .isEqualTo(receipt(MALLORY, record).asString());
            RestAssured.given()
                    .auth()
                    .oauth2(AMINA.token())
                    .get("/api/documents/nonsense")
                    .then()
                    .statusCode(404);
        }

        /** Of somebody who asks nowhere else in these tests, and so may still wait. */
        @Test
        void waits_for_a_document_that_is_not_there_as_for_somebody_else_s() {
            var asked = Instant.now();
            receipt(TARIQ, UUID.randomUUID()).then().statusCode(404);
            assertThat(asked.plusSeconds(1)).isBefore(Instant.now());
        }

        @Test
        void may_have_a_token_for_another_service() {
            RestAssured.given()
                    .auth()
                    .oauth2(AMINA.tokenForIntake())
                    .get("/api/documents/{id}", record)
                    .then()
                    .statusCode(401);
        }
    }

    @Nested
    class A_coordinator {

        @Test
        void sees_what_there_is_but_no_name_and_no_content() {
            list(CARLA)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].state", equalTo("accepted"))
                    .body("items[0].fileName", nullValue());
            checklist(CARLA).then().statusCode(200);
            content(CARLA, record).then().statusCode(404);
        }

        @Test
        void may_upload_what_a_hospital_sent() {
            Tus.reserve(CARLA, aCase.id(), 10, Tus.metadata("a.pdf", "11502-2"))
                    .then()
                    .statusCode(201);
            Tus.reserve(CARLA, UUID.randomUUID(), 10, Tus.metadata("a.pdf", "11502-2"))
                    .then()
                    .statusCode(404);
        }
    }

    @Nested
    class A_reviewer {

        @Test
        void who_was_only_asked_sees_nothing() {
            aCase.tell(
                    Source.REVIEW,
                    new ReviewOffered(
                            aCase.id(),
                            UUID.randomUUID(),
                            CHEN.id(),
                            Instant.now().plusSeconds(3600)));
            Soon.happens(() -> relations(CHEN) == 1);
            list(CHEN).then().statusCode(404);
            content(CHEN, record).then().statusCode(404);
        }

        @Test
        void reads_the_records_and_the_first_opinion_only_after_the_own_reading() {
            var opinion = accepted("plan.pdf", true);
            Tus.reserve(AMINA, aCase.id(), 10, Tus.metadata("unfinished.pdf", "11502-2"));
            aCase.reviewedBy(CHEN);
            Soon.happens(() -> list(CHEN).statusCode() == 200);
            list(CHEN).then().body("items.id", contains(record.toString()));
            Soon.happens(() -> content(CHEN, record).statusCode() == 200);
            receipt(CHEN, opinion).then().statusCode(404);
            content(CHEN, opinion).then().statusCode(404);

            aCase.tell(Source.REVIEW, new ReadingCommitted(aCase.id(), CHEN.id()));
            Soon.happens(() -> content(CHEN, opinion).statusCode() == 200);
            list(CHEN).then().body("items.id", contains(record.toString(), opinion.toString()));
        }

        /** Or somebody's consent would unmask what they are not to see yet. */
        @Test
        void is_nothing_else_to_the_case_meanwhile() {
            var opinion = accepted("plan.pdf", true);
            aCase.reviewedBy(CHEN);
            Soon.happens(() -> list(CHEN).statusCode() == 200);
            aCase.tell(
                    Source.INTAKE,
                    new ParticipantAdmitted(
                            aCase.id(),
                            CHEN.id(),
                            Relation.REPRESENTATIVE,
                            Set.of("read-opinion", "share-records"),
                            "en",
                            null));
            Soon.happens(() -> standings(CHEN) == 2);
            content(CHEN, opinion).then().statusCode(404);
            list(CHEN).then().body("items.id", contains(record.toString()));
        }

        private long standings(People person) {
            return Database.number(
                    "select count(*) from case_access where case_id = ? and person = ?",
                    aCase.id(),
                    person.id());
        }

        @Test
        void reads_no_more_once_the_review_is_withdrawn() {
            aCase.reviewedBy(CHEN);
            Soon.happens(() -> content(CHEN, record).statusCode() == 200);
            aCase.tell(Source.REVIEW, new ReviewWithdrawn(aCase.id(), null));
            Soon.happens(() -> content(CHEN, record).statusCode() == 404);
        }

        @Test
        void reads_on_after_the_release_while_a_question_waits_or_a_later_version_is_written() {
            aCase.reviewedBy(CHEN);
            Soon.happens(() -> content(CHEN, record).statusCode() == 200);
            var question = UUID.randomUUID();
            var soonOver = Instant.now().plusSeconds(4);
            aCase.tell(Source.REVIEW, released(soonOver));
            aCase.tell(Source.REVIEW, new FollowUpAsked(aCase.id(), question, AMINA.id()));
            aCase.tell(Source.REVIEW, amended(soonOver));
            aCase.tell(Source.REVIEW, new AmendmentBegun(aCase.id(), 3, CHEN.id()));
            Soon.happens(() -> Instant.now().isAfter(soonOver.plusSeconds(1)));
            content(CHEN, record).then().statusCode(200);
            var answered = new FollowUpAnswered(aCase.id(), question, UUID.randomUUID(), CHEN.id());
            aCase.tell(Source.REVIEW, answered);
            aCase.tell(Source.REVIEW, new ReadingCommitted(aCase.id(), CHEN.id()));
            Soon.happens(() -> committedReadings() == 1);
            content(CHEN, record).then().statusCode(200);
            aCase.tell(
                    Source.REVIEW,
                    new AmendmentEnded(aCase.id(), 3, CHEN.id(), CHEN.id(), AmendmentEnd.LET_BE));
            Soon.happens(() -> content(CHEN, record).statusCode() == 404);
        }

        /** Begun when the first window had passed, as an author may before the case is closed. */
        @Test
        void reads_on_in_the_new_window_of_a_version_released_after_the_first_one() {
            aCase.reviewedBy(CHEN);
            Soon.happens(() -> content(CHEN, record).statusCode() == 200);
            aCase.tell(Source.REVIEW, released(Instant.now()));
            Soon.happens(() -> content(CHEN, record).statusCode() == 404);
            aCase.tell(Source.REVIEW, new AmendmentBegun(aCase.id(), 2, CHEN.id()));
            Soon.happens(() -> content(CHEN, record).statusCode() == 200);
            aCase.tell(Source.REVIEW, amended(Instant.now().plusSeconds(3600)));
            aCase.tell(Source.REVIEW, new ReadingCommitted(aCase.id(), CHEN.id()));
            Soon.happens(() -> committedReadings() == 1);
            content(CHEN, record).then().statusCode(200);
        }

        private OpinionReleased released(Instant followUpUntil) {
            return new OpinionReleased(aCase.id(), UUID.randomUUID(), 1, LENA.id(), followUpUntil);
        }

        private OpinionAmended amended(Instant followUpUntil) {
            return new OpinionAmended(
                    aCase.id(), UUID.randomUUID(), 2, 1, LENA.id(), followUpUntil);
        }

        @Test
        void reads_no_more_once_the_case_has_ended() {
            aCase.reviewedBy(CHEN);
            Soon.happens(() -> content(CHEN, record).statusCode() == 200);
            aCase.tell(Source.INTAKE, new CaseClosed(aCase.id(), "delivered"));
            Soon.happens(() -> content(CHEN, record).statusCode() == 404);
            content(AMINA, record).then().statusCode(200);
        }
    }

    @Test
    void a_clinical_lead_reads_for_the_quality_review() {
        content(LENA, record).then().statusCode(200);
    }

    @Test
    void a_representative_reads_until_no_consent_is_left() {
        aCase.tell(
                Source.INTAKE,
                new ConsentRevoked(aCase.id(), UUID.randomUUID(), AMINA.id(), UUID.randomUUID()));
        Soon.happens(() -> heard() == 2);
        content(AMINA, record).then().statusCode(200);
        aCase.tell(
                Source.INTAKE,
                new ParticipantRemoved(aCase.id(), AMINA.id(), Relation.REPRESENTATIVE));
        Soon.happens(() -> content(AMINA, record).statusCode() == 404);
    }

    private long heard() {
        return Database.number("select count(*) from inbox where case_id = ?", aCase.id());
    }

    @Test
    void a_long_list_comes_in_pages() {
        for (int i = 0; i < 4; i++) {
            Tus.reserve(AMINA, aCase.id(), 10, Tus.metadata("a.pdf", "11502-2"));
        }
        var first = page(Map.of("size", 3));
        first.then().statusCode(200).body("items", hasSize(3)).body("next", notNullValue());
        page(Map.of("size", 3, "after", first.path("next")))
                .then()
                .body("items", hasSize(2))
                .body("next", nullValue());
        page(Map.of("size", 101)).then().statusCode(400).body("errors[0].field", equalTo("size"));
        page(Map.of("after", "?")).then().statusCode(400).body("errors[0].field", equalTo("after"));
    }

    private Response page(Map<String, Object> query) {
        return Tus.as(AMINA)
                .queryParams(query)
                .get("/api/documents/cases/{id}/documents", aCase.id());
    }

    private UUID accepted(String name, boolean firstOpinion) {
        var metadata = Tus.metadata(name, "11502-2");
        metadata.put("firstOpinion", Boolean.toString(firstOpinion));
        var id = Tus.uploaded(AMINA, aCase.id(), FILE, metadata);
        Soon.is(id, "accepted");
        return id;
    }

    private long committedReadings() {
        return Database.number(
                "select count(*) from committed_reading where case_id = ?", aCase.id());
    }

    private long relations(People person) {
        return Database.number(
                "select count(*) from case_access where case_id = ? and person = ?",
                aCase.id(),
                person.id());
    }

    private static Response content(People person, UUID id) {
        return Tus.as(person).get("/api/documents/{id}/content", id);
    }

    private static Response receipt(People person, UUID id) {
        return Tus.as(person).get("/api/documents/{id}", id);
    }

    private Response list(People person) {
        return Tus.as(person).get("/api/documents/cases/{id}/documents", aCase.id());
    }

    private Response checklist(People person) {
        return Tus.as(person).get("/api/documents/cases/{id}/checklist", aCase.id());
    }
}
