package org.consilium.kit.probe;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BootIT {
    @Test
    void boots() {
        System.out.println(given().get("/q/health/ready").asString());
        System.out.println(
                given().header("Idempotency-Key", "a")
                        .contentType("application/json")
                        .body("{}")
                        .post("/probe/0198a000-0000-7000-8000-000000000001")
                        .asString());
    }
}
