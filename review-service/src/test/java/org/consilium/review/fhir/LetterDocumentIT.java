package org.consilium.review.fhir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.review.world.Situation.AMINA;
import static org.consilium.review.world.Situation.LENA;
import static org.consilium.review.world.Situation.OKAFOR;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.consilium.kit.work.Sha256;
import org.consilium.review.world.Drafts;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Person;
import org.consilium.review.world.Situation;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** The letter as FHIR, asked for over HTTP. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class LetterDocumentIT {

    private static final Person YUSUF = new Person("yusuf");

    @Test
    void whoever_may_read_the_letter_may_have_it_as_a_document_and_nobody_else() {
        var situation = Situation.releasedByLena();
        var document = document(YUSUF, situation, "");
        document.then()
                .statusCode(200)
                .contentType(startsWith("application/fhir+json"))
                .header("ETag", "\"" + Sha256.hex(document.asString()) + "\"")
                .header("Cache-Control", "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body("resourceType", equalTo("Bundle"))
                .body("type", equalTo("document"))
                .body("entry[0].resource.language", equalTo("ur"))
                .body("entry[0].resource.status", equalTo("final"))
                .body(
                        "entry[0].resource.section[2].section[0].code.coding[0].code",
                        equalTo("29548-5"))
                .body("entry[1].resource.name[0].text", equalTo("Yusuf Khan"));
        for (var reader : List.of(AMINA, OKAFOR, LENA)) {
            assertThat(document(reader, situation, "").asString()).isEqualTo(document.asString());
        }
        for (var stranger : List.of("mallory", "olga", "chen", "carla")) {
            document(new Person(stranger), situation, "")
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:consilium:problem:not-found"));
        }
        given().get(situation.path("/letter.fhir")).then().statusCode(401);
    }

    @Test
    void
            it_says_how_much_a_difference_matters_as_the_check_found_it_and_names_the_printed_letter() {
        var situation = Situation.releasedByLena();
        String sha256 = AMINA.get(situation.path("/opinion")).path("letterSha256");
        document(AMINA, situation, "")
                .then()
                .body(
                        "entry.resource.findAll { it.resourceType == 'Observation' }.component.flatten().valueCodeableConcept.coding.flatten().code",
                        hasItem("minor"))
                .body(
                        "entry.resource.find { it.resourceType == 'Provenance' }.entity[0].what.identifier.value",
                        equalTo("nih:sha-256;" + sha256))
                .body(
                        "entry.resource.find { it.resourceType == 'Organization' }.name",
                        equalTo("Consilium on this machine"));
    }

    @Test
    void before_the_release_the_patients_side_is_told_that_there_is_nothing() {
        var situation = Situation.signedByOkafor();
        for (var reader : List.of(AMINA, YUSUF, OKAFOR, LENA)) {
            document(reader, situation, "").then().statusCode(404);
        }
        situation.pass();
        for (var reader : List.of(AMINA, YUSUF)) {
            document(reader, situation, "").then().statusCode(404);
        }
        document(OKAFOR, situation, "").then().statusCode(200);
    }

    @Test
    void each_look_is_written_down_as_a_look_at_the_letter() {
        var situation = Situation.releasedByLena();
        document(OKAFOR, situation, "").then().statusCode(200);
        AMINA.get(situation.path("/accesses"))
                .then()
                .body(
                        "items.findAll { it.person == '%s' }.operation".formatted(OKAFOR.id()),
                        hasItem("read-letter"));
    }

    @Test
    void a_later_version_replaces_the_one_before_which_stays_as_it_was() {
        var situation = Situation.releasedByLena();
        var first = document(AMINA, situation, "");
        OKAFOR.post(
                        situation.path("/amendment"),
                        Map.of("reason", "correction", "text", "It is the left side."))
                .then()
                .statusCode(200);
        var draft = Drafts.complete(situation.aDocument());
        draft.put("summary", "رسولی بائیں جانب ہے۔");
        var etag = OKAFOR.get(situation.path("/opinion")).header("ETag");
        OKAFOR.put(situation.path("/opinion"), draft, etag).then().statusCode(200);
        situation.sign();
        situation.pass();
        document(AMINA, situation, "?version=2").then().statusCode(404);
        LENA.post(situation.path("/release"), null).then().statusCode(200);

        String replaced = first.path("identifier.value");
        document(AMINA, situation, "")
                .then()
                .body("entry[0].resource.status", equalTo("amended"))
                .body("entry[0].resource.relatesTo[0].code", equalTo("replaces"))
                .body("entry[0].resource.relatesTo[0].targetIdentifier.value", equalTo(replaced))
                .body(
                        "entry[0].resource.identifier.value",
                        equalTo(first.path("entry[0].resource.identifier.value")));
        var earlier = document(AMINA, situation, "?version=1");
        earlier.then().body("entry[0].resource.relatesTo", nullValue());
        assertThat(earlier.asString()).isEqualTo(first.asString());
        document(AMINA, situation, "?version=0").then().statusCode(400);
    }

    private static Response document(Person reader, Situation situation, String version) {
        return reader.get(situation.path("/letter.fhir" + version));
    }
}
