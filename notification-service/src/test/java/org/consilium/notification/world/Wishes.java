package org.consilium.notification.world;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalTime;
import java.time.ZoneId;

/** Somebody's preferences, as that person edits them. */
public record Wishes(Person whose) {

    private static final ZoneId HOME = ZoneId.of("Asia/Karachi");
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

    /** Nothing but what is urgent goes out for the next hour. */
    public void quietNow() {
        var now = LocalTime.now(HOME);
        set("""
                        {"zone": "%s", "quietHours": {"from": "%tR", "to": "%tR"}}"""
                        .formatted(HOME, now.minusHours(1), now.plusHours(1)))
                .then()
                .statusCode(200);
    }

    public void none() {
        set("{}").then().statusCode(200);
    }

    private RequestSpecification asOwner() {
        return given().auth().oauth2(whose.token());
    }
}
