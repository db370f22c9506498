package org.consilium.review.share;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consilium.review.world.Situation.AMINA;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.consilium.contracts.IntakeEvent.ConsentExpired;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.contracts.IntakeEvent.ParticipantRemoved;
import org.consilium.contracts.Relation;
import org.consilium.kit.links.LinkToken;
import org.consilium.review.world.Feed;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.review.world.World;
import org.consilium.stack.BackingPartsResource;
import org.consilium.stack.requests.AtOnce;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class LetterShareIT {

    private static final Person YUSUF = new Person("yusuf");
    private static final Map<String, Object> A_DAY = Map.of("hours", 24);
    private static final String WRONG = "22222222";

    @Nested
    class Whoever_holds_a_link {

        @Test
        void reads_the_letter_with_its_passcode_and_the_patient_sees_that() {
            var situation = Situation.releasedByLena();
            var share = share(situation, AMINA);
            var letter =
                    open(share)
                            .then()
                            .statusCode(200)
                            .contentType("application/pdf")
                            .header("Cache-Control", "private, no-store")
                            .header("X-Content-Type-Options", "nosniff")
                            .extract()
                            .asByteArray();
            assertThat(letter)
                    .isEqualTo(YUSUF.get(situation.path("/letter")).asByteArray())
                    .isNotEmpty();
            YUSUF.get(situation.path("/letter-shares"))
                    .then()
                    .body("items.opened", contains(1))
                    .body("items[0].openedAt", notNullValue())
                    .body("items[0].token", nullValue())
                    .body("items[0].passcode", nullValue());
            YUSUF.get(situation.path("/accesses"))
                    .then()
                    .body("items.operation", hasItem("open-shared-letter"))
                    .body(
                            "items.find { it.operation == 'open-shared-letter' }.as",
                            equalTo("link"));
        }

        @Test
        void reads_the_version_that_stands_when_it_is_opened() {
            var situation = Situation.releasedByLena();
            var share = share(situation, YUSUF);
            var first = open(share).asByteArray();
            var why = Map.of("reason", "correction", "text", "The side was mixed up.");
            OKAFOR.post(situation.path("/amendment"), why).then().statusCode(200);
            assertThat(open(share).asByteArray()).isEqualTo(first);
            situation.sign();
            situation.pass();
            LENA.post(situation.path("/release"), null).then().statusCode(200);
            assertThat(open(share).asByteArray())
                    .isEqualTo(YUSUF.get(situation.path("/letter")).asByteArray())
                    .isNotEqualTo(first);
        }

        @Test
        void is_told_nothing_of_what_is_wrong() {
            var situation = Situation.releasedByLena();
            var share = share(situation, AMINA);
            var unknown = Map.of("token", LinkToken.fresh(), "passcode", passcode(share));
            var nonsense = Map.of("token", "nonsense", "passcode", passcode(share));
            var wrong = Map.of("token", token(share), "passcode", WRONG);
            var missing = opened(unknown).then().statusCode(404).extract().asString();
            for (var secrets : List.of(nonsense, wrong)) {
                opened(secrets).then().statusCode(404).body(equalTo(missing));
            }
            opened(Map.of("token", token(share)))
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("passcode"));
        }
    }

    @Nested
    class Five_wrong_passcodes {

        @Test
        void lock_the_link_even_for_the_right_one() {
            var situation = Situation.releasedByLena();
            var share = share(situation, AMINA);
            wrongly(share, 4);
            open(share).then().statusCode(200);
            wrongly(share, 5);
            open(share).then().statusCode(404);
            AMINA.get(situation.path("/letter-shares")).then().body("items.locked", contains(true));
        }

        @Test
        void are_no_more_when_many_are_tried_at_once() {
            var situation = Situation.releasedByLena();
            var share = share(situation, AMINA);
            var let = new AtomicInteger();
            var tries = new AtOnce();
            for (int i = 0; i < 12; i++) {
                tries.and(
                        () -> {
                            if (wrong(share).statusCode() != 404) {
                                let.incrementAndGet();
                            }
                        });
            }
            tries.send();
            assertThat(let).hasValue(0);
            assertThat(
                            Sql.count(
                                    "select tries from letter_share where case_id = ?",
                                    situation.caseId()))
                    .isEqualTo(5);
            open(share).then().statusCode(404);
        }
    }

    @Nested
    class A_link_is_dead {

        @Test
        void when_it_was_revoked() {
            var situation = Situation.releasedByLena();
            var share = share(situation, AMINA);
            var path = situation.path("/letter-shares/" + share.path("id"));
            delete(YUSUF, path).then().statusCode(204);
            open(share).then().statusCode(404);
            delete(AMINA, path).then().statusCode(204);
            var others = Situation.releasedByLena();
            delete(AMINA, others.path("/letter-shares/" + share.path("id"))).then().statusCode(404);
        }

        @Test
        void when_it_is_over() throws SQLException {
            var situation = Situation.releasedByLena();
            var share = share(situation, AMINA);
            Sql.change(
                    "update letter_share set expires_at = now() - interval '1 second' where case_id = ?",
                    situation.caseId());
            open(share).then().statusCode(404);
        }

        @Test
        void when_its_maker_takes_part_no_more_and_stays_dead_when_they_come_back() {
            var situation = Situation.releasedByLena();
            var share = share(situation, AMINA);
            Feed.tell(
                    new ParticipantRemoved(
                            situation.caseId(), AMINA.id(), Relation.REPRESENTATIVE));
            awaitDead(situation);
            Feed.tell(World.admitted(situation.caseId(), "amina", Relation.REPRESENTATIVE));
            await().atMost(20, SECONDS)
                    .until(() -> AMINA.get(situation.path("/letter")).statusCode() == 200);
            open(share).then().statusCode(404);
        }

        @Test
        void when_the_consent_of_its_maker_is_taken_back_or_runs_out() {
            var patient = Person.id("yusuf");
            var situation = Situation.releasedByLena();
            var share = share(situation, AMINA);
            var consent = World.consentOf(situation.caseId());
            Feed.tell(new ConsentRevoked(situation.caseId(), consent, AMINA.id(), patient));
            awaitDead(situation);
            open(share).then().statusCode(404);

            var other = Situation.releasedByLena();
            var until = share(other, AMINA);
            Feed.tell(new ConsentExpired(other.caseId(), UUID.randomUUID(), AMINA.id()));
            awaitDead(other);
            open(until).then().statusCode(404);
        }

        private void awaitDead(Situation situation) {
            await().atMost(20, SECONDS)
                    .until(
                            () ->
                                    Sql.count(
                                                    "select count(*) from letter_share where case_id = ? and revoked_at is not null",
                                                    situation.caseId())
                                            == 1);
        }
    }

    @Nested
    class A_link_is_made {

        @Test
        void by_whom_the_letter_is_for_and_by_nobody_else() {
            var situation = Situation.releasedByLena();
            var share = share(situation, YUSUF).path("id");
            var shares = situation.path("/letter-shares");
            var requests = new AtOnce();
            for (var name : List.of("okafor", "lena", "carla", "rahman", "mallory")) {
                var stranger = new Person(name);
                requests.and(() -> stranger.post(shares, A_DAY).then().statusCode(404))
                        .and(() -> stranger.get(shares).then().statusCode(404))
                        .and(() -> delete(stranger, shares + "/" + share).then().statusCode(404));
            }
            requests.send();
            given().contentType("application/json").body(A_DAY).post(shares).then().statusCode(401);
        }

        @Test
        void for_a_letter_that_there_is() {
            var situation = Situation.signedByOkafor();
            situation.pass();
            YUSUF.post(situation.path("/letter-shares"), A_DAY).then().statusCode(404);
        }

        @Test
        void with_secrets_that_are_told_once_and_kept_as_hashes() {
            var situation = Situation.releasedByLena();
            var made =
                    AMINA.post(situation.path("/letter-shares"), A_DAY)
                            .then()
                            .statusCode(201)
                            .header("Cache-Control", "no-store")
                            .header("Location", containsString("/letter-shares/"))
                            .extract()
                            .response();
            assertThat(
                            Sql.count(
                                    "select count(*) from letter_share where token_hash = ? or passcode_hash like ?",
                                    token(made),
                                    "%" + passcode(made) + "%"))
                    .isZero();
        }

        @Test
        void for_thirty_days_at_most_and_not_without_end() {
            var situation = Situation.releasedByLena();
            for (var hours : List.of(0, 721)) {
                AMINA.post(situation.path("/letter-shares"), Map.of("hours", hours))
                        .then()
                        .statusCode(400)
                        .body("errors.field", contains("hours"));
            }
        }

        @Test
        void up_to_twenty_in_force_and_listed_page_by_page() {
            var situation = Situation.releasedByLena();
            var first = share(situation, AMINA).path("id");
            for (int i = 1; i < ShareDesk.MAX_IN_FORCE; i++) {
                share(situation, AMINA);
            }
            AMINA.post(situation.path("/letter-shares"), A_DAY)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:consilium:problem:too-many-letter-shares"));
            var page = AMINA.get(situation.path("/letter-shares?size=15"));
            page.then().body("items", hasSize(15)).body("items[0].id", equalTo(first));
            AMINA.get(situation.path("/letter-shares?size=15&after=" + page.path("next")))
                    .then()
                    .body("items", hasSize(5))
                    .body("next", nullValue());
        }
    }

    private static Response share(Situation situation, Person maker) {
        return maker.post(situation.path("/letter-shares"), A_DAY)
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    private static void wrongly(Response share, int times) {
        for (int i = 0; i < times; i++) {
            wrong(share).then().statusCode(404);
        }
    }

    private static Response wrong(Response share) {
        return opened(Map.of("token", token(share), "passcode", WRONG));
    }

    private static Response open(Response share) {
        return opened(Map.of("token", token(share), "passcode", passcode(share)));
    }

    private static Response opened(Map<String, String> secrets) {
        return given().contentType("application/json").body(secrets).post("/api/shared-letters");
    }

    private static String token(Response share) {
        return share.path("token");
    }

    private static String passcode(Response share) {
        return share.path("passcode");
    }

    private static Response delete(Person person, String path) {
        return given().auth().oauth2(person.token()).delete(path);
    }
}
