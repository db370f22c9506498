package org.consilium.notification.world;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Somebody's preferences, as that person edits them. */
public record Wishes(Person whose) {

    private static final String PATH = "/api/notification-preferences";

    public Response read() {
        return asOwner().get(PATH);
    }

    public String version() {
        return read().header("ETag").replace("\"", "");
    }

    /** On whatever stands there now. */
    public Response set(String body) {
        return asOwner()
                .contentType("application/json")
                .header("If-Match", read().header("ETag"))
                .body(body)
                .put(PATH);
    }

    private RequestSpecification asOwner() {
        return given().auth().oauth2(whose.token());
    }
}
