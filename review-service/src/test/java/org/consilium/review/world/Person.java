package org.consilium.review.world;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.consilium.stack.Tokens;

/** A demo user with a real token, at review's REST edge. */
public record Person(String username) {

    private static final List<String> DEMO_USERS =
            List.of(
                    "amina", "yusuf", "rahman", "carla", "lena", "chen", "okafor", "malik", "olga",
                    "wei", "mallory", "tariq", "sofia");

    private static Tokens tokens;

    public static UUID id(String username) {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L + DEMO_USERS.indexOf(username) + 1);
    }

    public UUID id() {
        return id(username);
    }

    public Response get(String path) {
        return request().get(path);
    }

    public Response post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Response post(String path, Object body, String key) {
        var request = request().header("Idempotency-Key", key);
        return body == null ? request.post(path) : request.body(body).post(path);
    }

    /** Signs the opinion of a case, having signed in just now. */
    public Response sign(String review, Object signature) {
        return sign(review, signature, UUID.randomUUID().toString());
    }

    public Response sign(String review, Object signature, String key) {
        return request(youngToken())
                .header("Idempotency-Key", key)
                .body(signature)
                .post(review + "/signature");
    }

    public Response put(String path, Object body, String etag) {
        var request = request().body(body);
        return etag == null ? request.put(path) : request.header("If-Match", etag).put(path);
    }

    public String token() {
        return tokens().of(username, "intake", "review");
    }

    /** Of somebody who signed in just now. */
    public String youngToken() {
        return tokens().signedIn(username, "intake", "review");
    }

    private RequestSpecification request() {
        return request(token());
    }

    private static RequestSpecification request(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static synchronized Tokens tokens() {
        if (tokens == null) {
            tokens = new Tokens(Feed.setting("OIDC_ISSUER"));
        }
        return tokens;
    }
}
