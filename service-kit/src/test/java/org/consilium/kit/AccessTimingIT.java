package org.consilium.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class AccessTimingIT {

    private static final Duration AS_LONG_AS_FOR_A_NEW_CASE = Duration.ofSeconds(1);

    @Test
    void a_stranger_to_a_case_waits_as_long_as_for_a_case_that_does_not_exist() {
        var caseOfAmina = UUID.randomUUID();
        given().auth()
                .oauth2(Probe.token("amina"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("reason", "hers"))
                .post("/probe/{id}", caseOfAmina)
                .then()
                .statusCode(200);
        assertThat(timeToBeRefused(UUID.randomUUID())).isGreaterThan(AS_LONG_AS_FOR_A_NEW_CASE);
        assertThat(timeToBeRefused(caseOfAmina)).isGreaterThan(AS_LONG_AS_FOR_A_NEW_CASE);
    }

    /** Of somebody who asks nowhere else in these tests, and so may still wait. */
    private static Duration timeToBeRefused(UUID caseId) {
        var token = Probe.token("tariq");
        long began = System.nanoTime();
        given().auth().oauth2(token).get("/probe/{id}", caseId).then().statusCode(404);
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
