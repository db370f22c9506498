package org.consilium.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.review.world.Situation.LENA;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Sql;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** An organisation stands in the directory once, or its own people pass for independent of it. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class DirectoryIT {

    @Test
    void an_organisation_that_is_known_is_refused_by_the_id_it_has() {
        String known =
                enter("Jinnah Memorial Hospital", "Lahore")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        enter("JINNAH  Memorial-Hospital", "lahore ")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", containsString("organisation-known"))
                .body("errors[0].rule", equalTo("known-as"))
                .body("errors[0].message", equalTo(known));
        enter("Jinnah Memorial Hospital", "Karachi").then().statusCode(201);
    }

    @Test
    void of_many_who_enter_it_at_once_one_does() throws Exception {
        Callable<Integer> entering = () -> enter("Shalimar Hospital", "Lahore").statusCode();
        try (var people = Executors.newFixedThreadPool(8)) {
            var answers = people.invokeAll(Stream.generate(() -> entering).limit(8).toList());
            assertThat(answers.stream().map(DirectoryIT::given))
                    .containsOnly(201, 409)
                    .containsOnlyOnce(201);
        }
        assertThat(Sql.count("select count(*) from organisation where name = 'Shalimar Hospital'"))
                .isEqualTo(1);
    }

    private static int given(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response enter(String name, String city) {
        return LENA.post(
                "/api/organisations",
                Map.of(
                        "name",
                        name,
                        "country",
                        "PK",
                        "city",
                        city,
                        "level",
                        "TEACHING",
                        "subspecialties",
                        List.of()));
    }
}
